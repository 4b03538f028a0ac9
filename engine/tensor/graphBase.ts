import { ShuuraiError } from '../core/errors.ts';
import type {
  DType,
  InputRole,
  Op,
  OpSpec,
  Program,
  ProgramInput,
  ProgramOutput,
  Shape,
  TensorData,
  Update,
  ValueId,
  ValueInfo,
} from './ir.ts';
import { definitionOf } from './registry.ts';
import { checkShape, printShape, printValue, RuleViolation, sameShape } from './shape.ts';

/** A value of one graph. Handles of one graph are never valid in another. */
export interface Tensor {
  readonly id: ValueId;
  readonly dtype: DType;
  readonly shape: Shape;
}

/**
 * The part of Graph that knows no single operation: inputs, outputs, constants, sources and `apply`. It builds a
 * Program, checking every shape and type as it goes. A violated rule is a ShuuraiError('internal') whose
 * message names the operation, its source and the shapes.
 */
export class GraphBase {
  readonly name: string;
  readonly #inputs: ProgramInput[] = [];
  readonly #inputByName = new Map<string, Tensor>();
  readonly #ops: Op[] = [];
  readonly #outputs: ProgramOutput[] = [];
  readonly #updates: Update[] = [];
  readonly #tensors: Tensor[] = [];
  readonly #producers: (Op | undefined)[] = [];
  readonly #consumers: Op[][] = [];
  readonly #scalars = new Map<string, Tensor>();
  #source = '';

  constructor(name: string) {
    this.name = name;
  }

  // Inputs, outputs, structure

  /** Names are unique within a program. */
  input(name: string, role: InputRole, dtype: DType, shape: Shape): Tensor {
    if (this.#inputByName.has(name)) this.fail(`the input "${name}" is declared twice`);
    this.#guard(
      () => `the input "${name}" cannot be declared`,
      () => checkShape(shape),
    );
    const tensor = this.#newTensor({ dtype, shape }, undefined);
    this.#inputs.push({ name, value: tensor.id, role });
    this.#inputByName.set(name, tensor);
    return tensor;
  }

  /** The input of that name, or undefined. */
  inputNamed(name: string): Tensor | undefined {
    return this.#inputByName.get(name);
  }

  output(name: string, tensor: Tensor): void {
    this.own(tensor);
    if (this.#outputs.some((output) => output.name === name)) this.fail(`the output "${name}" is set twice`);
    this.#outputs.push({ name, value: tensor.id });
  }

  /** Gives the `parameter` or `state` input `inputName` its next value, of the same type and shape. */
  update(inputName: string, tensor: Tensor): void {
    this.own(tensor);
    const input = this.#inputByName.get(inputName);
    const role = this.#inputs.find((candidate) => candidate.name === inputName)?.role;
    if (!input || (role !== 'parameter' && role !== 'state')) {
      this.fail(`"${inputName}" cannot be updated: it is not a parameter or state input`);
    }
    if (this.#updates.some((update) => update.input === inputName)) {
      this.fail(`"${inputName}" is updated twice`);
    }
    if (input.dtype !== tensor.dtype || !sameShape(input.shape, tensor.shape)) {
      this.fail(`"${inputName}" is ${printValue(input)} and cannot become ${printValue(tensor)}`);
    }
    this.#updates.push({ input: inputName, output: tensor.id });
  }

  /** Operations made inside `body` get this source; nested scopes join their names with a dot. */
  scope<T>(source: string, body: () => T): T {
    const outer = this.#source;
    this.#source = outer === '' ? source : `${outer}.${source}`;
    try {
      return body();
    } finally {
      this.#source = outer;
    }
  }

  /** Like `scope`, but the source replaces the outer ones: for gradients, which belong to the operation they undo. */
  withSource<T>(source: string | undefined, body: () => T): T {
    const outer = this.#source;
    this.#source = source ?? '';
    try {
      return body();
    } finally {
      this.#source = outer;
    }
  }

  build(): Program {
    return {
      name: this.name,
      inputs: [...this.#inputs],
      ops: [...this.#ops],
      outputs: [...this.#outputs],
      updates: [...this.#updates],
      values: this.#tensors.map(({ dtype, shape }) => ({ dtype, shape })),
    };
  }

  // Looking at the graph

  tensor(id: ValueId): Tensor {
    return this.#tensors[id] ?? this.fail(`there is no value ${id}`);
  }

  /** The operation that made it; undefined for an input. */
  producer(tensor: Tensor): Op | undefined {
    return this.#producers[tensor.id];
  }

  consumers(tensor: Tensor): readonly Op[] {
    return this.#consumers[tensor.id] ?? [];
  }

  ops(): readonly Op[] {
    return this.#ops;
  }

  // Constants

  constant(data: TensorData, shape: Shape, dtype: DType = dtypeOf(data)): Tensor {
    return this.one({ kind: 'constant', data, shape, dtype }, []);
  }

  /** A constant of shape []; equal ones are shared. */
  scalar(value: number, dtype: DType = 'f32'): Tensor {
    const key = `${dtype} ${Object.is(value, -0) ? '-0' : value}`;
    const known = this.#scalars.get(key);
    if (known) return known;
    const data = { f32: Float32Array, i32: Int32Array, bool: Uint8Array }[dtype].of(value);
    const tensor = this.constant(data, [], dtype);
    this.#scalars.set(key, tensor);
    return tensor;
  }

  /** Adds any operation; Graph's methods are its comfortable forms. */
  apply(spec: OpSpec, inputs: readonly Tensor[]): readonly Tensor[] {
    for (const input of inputs) this.own(input);
    const infos = this.#guard(
      () => this.#describe(spec, inputs),
      () => {
        const inferred = definitionOf(spec).infer(spec, inputs);
        for (const info of inferred) checkShape(info.shape);
        return inferred;
      },
    );
    const first = this.#tensors.length;
    const op: Op = {
      spec,
      inputs: inputs.map((input) => input.id),
      outputs: infos.map((_, i) => first + i),
      ...(this.#source === '' ? {} : { source: this.#source }),
    };
    this.#ops.push(op);
    for (const id of new Set(op.inputs)) this.#consumers[id]?.push(op);
    return infos.map((info) => this.#newTensor(info, op));
  }

  /** The single output of an operation that has one. */
  protected one(spec: OpSpec, inputs: readonly Tensor[]): Tensor {
    return this.apply(spec, inputs)[0] ?? this.fail(`${spec.kind} has no output`);
  }

  #describe(spec: OpSpec, inputs: readonly Tensor[]): string {
    const at = this.#source === '' ? '' : ` at "${this.#source}"`;
    return `${spec.kind}${at} cannot be applied to (${inputs.map(printValue).join(', ')})`;
  }

  #newTensor(info: ValueInfo, op: Op | undefined): Tensor {
    const tensor: Tensor = { id: this.#tensors.length, dtype: info.dtype, shape: info.shape };
    this.#tensors.push(tensor);
    this.#producers.push(op);
    this.#consumers.push([]);
    return tensor;
  }

  protected own(tensor: Tensor): Tensor {
    if (this.#tensors[tensor.id] !== tensor) {
      this.fail(`the value ${tensor.id} ${printShape(tensor.shape)} belongs to another graph`);
    }
    return tensor;
  }

  #guard<T>(subject: () => string, rule: () => T): T {
    try {
      return rule();
    } catch (thrown) {
      if (!(thrown instanceof RuleViolation)) throw thrown;
      throw new ShuuraiError('internal', `In the program "${this.name}", ${subject()}: ${thrown.message}.`, {
        details: { program: this.name, source: this.#source },
        cause: thrown,
      });
    }
  }

  protected fail(reason: string): never {
    throw new ShuuraiError('internal', `In the program "${this.name}", ${reason}.`, {
      details: { program: this.name, source: this.#source },
    });
  }
}

function dtypeOf(data: TensorData): DType {
  if (data instanceof Float32Array) return 'f32';
  return data instanceof Int32Array ? 'i32' : 'bool';
}
