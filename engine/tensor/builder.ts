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

/** A number stands for a constant of shape [] and of the other operand's type. */
export type Operand = Tensor | number;

export interface ReduceOptions {
  readonly keepDims?: boolean;
}

export interface MatmulOptions {
  readonly transA?: boolean;
  readonly transB?: boolean;
  readonly alpha?: number;
}

type BinaryKind =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'maximum'
  | 'minimum'
  | 'mod'
  | 'less'
  | 'lessEqual'
  | 'greater'
  | 'greaterEqual'
  | 'equal';

/**
 * Builds a Program, checking every shape and type as it goes. A violated rule is a ShuuraiError('internal') whose
 * message names the operation, its source and the shapes.
 */
export class Graph {
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
    if (this.#inputByName.has(name)) this.#fail(`the input "${name}" is declared twice`);
    this.#guard(`The input "${name}"`, () => checkShape(shape));
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
    this.#own(tensor);
    if (this.#outputs.some((output) => output.name === name)) this.#fail(`the output "${name}" is set twice`);
    this.#outputs.push({ name, value: tensor.id });
  }

  /** Gives the `parameter` or `state` input `inputName` its next value, of the same type and shape. */
  update(inputName: string, tensor: Tensor): void {
    this.#own(tensor);
    const input = this.#inputByName.get(inputName);
    const role = this.#inputs.find((candidate) => candidate.name === inputName)?.role;
    if (!input || (role !== 'parameter' && role !== 'state')) {
      this.#fail(`"${inputName}" cannot be updated: it is not a parameter or state input`);
    }
    if (this.#updates.some((update) => update.input === inputName)) {
      this.#fail(`"${inputName}" is updated twice`);
    }
    if (input.dtype !== tensor.dtype || !sameShape(input.shape, tensor.shape)) {
      this.#fail(`"${inputName}" is ${printValue(input)} and cannot become ${printValue(tensor)}`);
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
    return this.#tensors[id] ?? this.#fail(`there is no value ${id}`);
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
    return this.#one({ kind: 'constant', data, shape, dtype }, []);
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

  /** `value` everywhere in `shape`. */
  fill(value: number, shape: Shape, dtype: DType = 'f32'): Tensor {
    return this.broadcast(this.scalar(value, dtype), shape);
  }

  /** 0, 1, ... n - 1 as i32 [n]. */
  range(n: number): Tensor {
    return this.constant(
      Int32Array.from({ length: n }, (_, i) => i),
      [n],
    );
  }

  // Arithmetic

  add(a: Operand, b: Operand): Tensor {
    return this.#binary('add', a, b);
  }
  sub(a: Operand, b: Operand): Tensor {
    return this.#binary('sub', a, b);
  }
  mul(a: Operand, b: Operand): Tensor {
    return this.#binary('mul', a, b);
  }
  div(a: Operand, b: Operand): Tensor {
    return this.#binary('div', a, b);
  }
  maximum(a: Operand, b: Operand): Tensor {
    return this.#binary('maximum', a, b);
  }
  minimum(a: Operand, b: Operand): Tensor {
    return this.#binary('minimum', a, b);
  }
  /** i32 only; the result has the divisor's sign. */
  mod(a: Operand, b: Operand): Tensor {
    return this.#binary('mod', a, b);
  }

  /** alpha A B, batched over the leading axes, which broadcast. */
  matmul(a: Tensor, b: Tensor, options: MatmulOptions = {}): Tensor {
    const { transA = false, transB = false, alpha = 1 } = options;
    return this.#one({ kind: 'matmul', transA, transB, alpha }, [a, b]);
  }

  neg(x: Tensor): Tensor {
    return this.#one({ kind: 'neg' }, [x]);
  }
  exp(x: Tensor): Tensor {
    return this.#one({ kind: 'exp' }, [x]);
  }
  log(x: Tensor): Tensor {
    return this.#one({ kind: 'log' }, [x]);
  }
  sqrt(x: Tensor): Tensor {
    return this.#one({ kind: 'sqrt' }, [x]);
  }
  rsqrt(x: Tensor): Tensor {
    return this.#one({ kind: 'rsqrt' }, [x]);
  }
  square(x: Tensor): Tensor {
    return this.#one({ kind: 'square' }, [x]);
  }
  abs(x: Tensor): Tensor {
    return this.#one({ kind: 'abs' }, [x]);
  }
  sign(x: Tensor): Tensor {
    return this.#one({ kind: 'sign' }, [x]);
  }
  tanh(x: Tensor): Tensor {
    return this.#one({ kind: 'tanh' }, [x]);
  }
  erf(x: Tensor): Tensor {
    return this.#one({ kind: 'erf' }, [x]);
  }
  sigmoid(x: Tensor): Tensor {
    return this.#one({ kind: 'sigmoid' }, [x]);
  }
  relu(x: Tensor): Tensor {
    return this.#one({ kind: 'relu' }, [x]);
  }
  gelu(x: Tensor): Tensor {
    return this.#one({ kind: 'gelu' }, [x]);
  }

  // Comparison and choice

  less(a: Operand, b: Operand): Tensor {
    return this.#binary('less', a, b);
  }
  lessEqual(a: Operand, b: Operand): Tensor {
    return this.#binary('lessEqual', a, b);
  }
  greater(a: Operand, b: Operand): Tensor {
    return this.#binary('greater', a, b);
  }
  greaterEqual(a: Operand, b: Operand): Tensor {
    return this.#binary('greaterEqual', a, b);
  }
  equal(a: Operand, b: Operand): Tensor {
    return this.#binary('equal', a, b);
  }
  and(a: Tensor, b: Tensor): Tensor {
    return this.#one({ kind: 'and' }, [a, b]);
  }
  or(a: Tensor, b: Tensor): Tensor {
    return this.#one({ kind: 'or' }, [a, b]);
  }
  not(x: Tensor): Tensor {
    return this.#one({ kind: 'not' }, [x]);
  }
  where(condition: Tensor, a: Operand, b: Operand): Tensor {
    return this.#one({ kind: 'where' }, [condition, ...this.#operands(a, b)]);
  }

  // Reductions and rows

  reduceSum(x: Tensor, axes: readonly number[], options: ReduceOptions = {}): Tensor {
    return this.#reduce('reduceSum', x, axes, options);
  }
  reduceMean(x: Tensor, axes: readonly number[], options: ReduceOptions = {}): Tensor {
    return this.#reduce('reduceMean', x, axes, options);
  }
  reduceMax(x: Tensor, axes: readonly number[], options: ReduceOptions = {}): Tensor {
    return this.#reduce('reduceMax', x, axes, options);
  }
  softmax(x: Tensor): Tensor {
    return this.#one({ kind: 'softmax' }, [x]);
  }
  logSoftmax(x: Tensor): Tensor {
    return this.#one({ kind: 'logSoftmax' }, [x]);
  }
  /** Without the affine part. `invStd` is not differentiable. */
  layerNorm(x: Tensor, epsilon = 1e-5): { readonly xhat: Tensor; readonly invStd: Tensor } {
    const [xhat, invStd] = this.apply({ kind: 'layerNorm', epsilon }, [x]);
    if (!xhat || !invStd) return this.#fail('layerNorm has two outputs');
    return { xhat, invStd };
  }
  /** Index of the largest of the last axis, the lowest at a tie. */
  argMax(x: Tensor): Tensor {
    return this.#one({ kind: 'argMax' }, [x]);
  }

  // Rows by number

  gather(table: Tensor, ids: Tensor, options: { readonly batchDims?: 0 | 1 } = {}): Tensor {
    return this.#one({ kind: 'gather', batchDims: options.batchDims ?? 0 }, [table, ids]);
  }
  scatterAdd(
    ids: Tensor,
    updates: Tensor,
    options: { readonly rows: number; readonly batchDims?: 0 | 1 },
  ): Tensor {
    const { rows, batchDims = 0 } = options;
    return this.#one({ kind: 'scatterAdd', batchDims, rows }, [ids, updates]);
  }
  scatterRows(table: Tensor, ids: Tensor, rows: Tensor): Tensor {
    return this.#one({ kind: 'scatterRows' }, [table, ids, rows]);
  }
  takeAlong(x: Tensor, ids: Tensor): Tensor {
    return this.#one({ kind: 'takeAlong' }, [x, ids]);
  }
  oneHot(ids: Tensor, depth: number): Tensor {
    return this.#one({ kind: 'oneHot', depth }, [ids]);
  }

  // Layout

  transpose(x: Tensor, perm: readonly number[]): Tensor {
    return this.#one({ kind: 'transpose', perm }, [x]);
  }
  /** The same tensor if it already has the shape. */
  reshape(x: Tensor, shape: Shape): Tensor {
    return sameShape(x.shape, shape) ? this.#own(x) : this.#one({ kind: 'reshape', shape }, [x]);
  }
  slice(x: Tensor, starts: readonly number[], ends: readonly number[]): Tensor {
    return this.#one({ kind: 'slice', starts, ends }, [x]);
  }
  /** [start, end) of one axis. */
  sliceAxis(x: Tensor, axis: number, start: number, end: number): Tensor {
    const at = axis < 0 ? axis + x.shape.length : axis;
    if (start === 0 && end === x.shape[at]) return this.#own(x);
    const starts = x.shape.map((_, a) => (a === at ? start : 0));
    return this.slice(
      x,
      starts,
      x.shape.map((size, a) => (a === at ? end : size)),
    );
  }
  concat(parts: readonly Tensor[], axis: number): Tensor {
    const rank = parts[0]?.shape.length ?? 0;
    return this.#one({ kind: 'concat', axis: axis < 0 ? axis + rank : axis }, parts);
  }
  /** The same tensor if it already has the shape. */
  broadcast(x: Tensor, shape: Shape): Tensor {
    return sameShape(x.shape, shape) ? this.#own(x) : this.#one({ kind: 'broadcast', shape }, [x]);
  }
  cast(x: Tensor, to: DType): Tensor {
    return x.dtype === to ? this.#own(x) : this.#one({ kind: 'cast', to }, [x]);
  }
  stopGradient(x: Tensor): Tensor {
    return this.#one({ kind: 'stopGradient' }, [x]);
  }

  /** Adds any operation; the methods above are its comfortable forms. */
  apply(spec: OpSpec, inputs: readonly Tensor[]): readonly Tensor[] {
    for (const input of inputs) this.#own(input);
    const at = this.#source === '' ? '' : ` at "${this.#source}"`;
    const shapes = inputs.map(printValue).join(', ');
    const subject = `${spec.kind}${at} cannot be applied to (${shapes})`;
    const infos = this.#guard(subject, () => {
      const inferred = definitionOf(spec).infer(spec, inputs);
      for (const info of inferred) checkShape(info.shape);
      return inferred;
    });
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

  #one(spec: OpSpec, inputs: readonly Tensor[]): Tensor {
    return this.apply(spec, inputs)[0] ?? this.#fail(`${spec.kind} has no output`);
  }

  #reduce(
    kind: 'reduceSum' | 'reduceMean' | 'reduceMax',
    x: Tensor,
    axes: readonly number[],
    options: ReduceOptions,
  ): Tensor {
    const rank = x.shape.length;
    const counted = axes.map((axis) => (axis < 0 ? axis + rank : axis)).sort((a, b) => a - b);
    return this.#one({ kind, axes: counted, keepDims: options.keepDims ?? false }, [x]);
  }

  #binary(kind: BinaryKind, a: Operand, b: Operand): Tensor {
    return this.#one({ kind }, this.#operands(a, b));
  }

  #operands(a: Operand, b: Operand): [Tensor, Tensor] {
    if (typeof a !== 'number') return [a, typeof b === 'number' ? this.scalar(b, a.dtype) : b];
    return typeof b === 'number' ? [this.scalar(a), this.scalar(b)] : [this.scalar(a, b.dtype), b];
  }

  #newTensor(info: ValueInfo, op: Op | undefined): Tensor {
    const tensor: Tensor = { id: this.#tensors.length, dtype: info.dtype, shape: info.shape };
    this.#tensors.push(tensor);
    this.#producers.push(op);
    this.#consumers.push([]);
    return tensor;
  }

  #own(tensor: Tensor): Tensor {
    if (this.#tensors[tensor.id] !== tensor) {
      this.#fail(`the value ${tensor.id} ${printShape(tensor.shape)} belongs to another graph`);
    }
    return tensor;
  }

  #guard<T>(subject: string, rule: () => T): T {
    try {
      return rule();
    } catch (thrown) {
      if (!(thrown instanceof RuleViolation)) throw thrown;
      throw new ShuuraiError('internal', `In the program "${this.name}", ${subject}: ${thrown.message}.`, {
        details: { program: this.name, source: this.#source },
        cause: thrown,
      });
    }
  }

  #fail(reason: string): never {
    throw new ShuuraiError('internal', `In the program "${this.name}", ${reason}.`, {
      details: { program: this.name, source: this.#source },
    });
  }
}

function dtypeOf(data: TensorData): DType {
  if (data instanceof Float32Array) return 'f32';
  return data instanceof Int32Array ? 'i32' : 'bool';
}
