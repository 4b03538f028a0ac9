import type { DType, Shape, TensorData } from '../../tensor/ir.ts';
import {
  type AttributeValue,
  type ElementType,
  encodeModel,
  type NodeMessage,
  type TensorMessage,
  type ValueMessage,
} from './proto.ts';
import { turningPoints } from './schedule.ts';

export const MICROSOFT = 'com.microsoft';

interface NodeOptions {
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  readonly domain?: string;
  /** Names of the outputs; without it one fresh name is made. */
  readonly outputs?: readonly string[];
}

/** An ONNX graph under construction. Values are strings; constants are made once each. */
export class OnnxGraph {
  readonly #name: string;
  readonly nodes: NodeMessage[] = [];
  readonly #initializers: TensorMessage[] = [];
  readonly #inputs: ValueMessage[] = [];
  readonly #outputs: ValueMessage[] = [];
  readonly #constants = new Map<string, string>();
  #counter = 0;
  /** For profiles: where the nodes added next come from. */
  label = '';

  constructor(name: string) {
    this.#name = name;
  }

  input(name: string, type: ElementType, dims: Shape): void {
    this.#inputs.push({ name, type, dims });
  }

  output(name: string, type: ElementType, dims: Shape): void {
    this.#outputs.push({ name, type, dims });
  }

  fresh(hint = 't'): string {
    this.#counter += 1;
    return `${hint}_${this.#counter}`;
  }

  /** Adds a node and returns the name of its first output. */
  node(opType: string, inputs: readonly string[], options: NodeOptions = {}): string {
    const outputs = options.outputs ?? [this.fresh()];
    const first = outputs.find((name) => name !== '') ?? '';
    this.nodes.push({
      name: `${this.label}#${first}`,
      opType,
      domain: options.domain ?? '',
      inputs,
      outputs,
      attributes: options.attributes ?? {},
    });
    return first;
  }

  /** Like `node`, but the same node asked for twice is made once. */
  shared(
    opType: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, AttributeValue>>,
  ): string {
    const key = `${opType}(${inputs.join(',')})${JSON.stringify(attributes)}`;
    return this.#once(key, () => this.node(opType, inputs, { attributes }));
  }

  tensor(type: ElementType, dims: Shape, data: TensorData | BigInt64Array, name = this.fresh('c')): string {
    this.#initializers.push({
      name,
      type,
      dims,
      bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    });
    return name;
  }

  scalar(type: DType, value: number): string {
    return this.#once(`${type}:${Object.is(value, -0) ? '-0' : value}`, () => {
      if (type === 'f32') return this.tensor(type, [], Float32Array.of(value));
      if (type === 'i32') return this.tensor(type, [], Int32Array.of(value));
      return this.tensor(type, [], Uint8Array.of(value));
    });
  }

  ones(width: number): string {
    return this.#once(`ones:${width}`, () => this.tensor('f32', [width], new Float32Array(width).fill(1)));
  }

  /** A constant vector of int64, the type ONNX wants for axes, shapes and the like. */
  longs(values: readonly number[]): string {
    return this.#once(`i64:${values.join(',')}`, () =>
      this.tensor('i64', [values.length], BigInt64Array.from(values.map(BigInt))),
    );
  }

  reshape(value: string, shape: Shape, output?: string): string {
    return this.node(
      'Reshape',
      [value, this.longs(shape)],
      output === undefined ? {} : { outputs: [output] },
    );
  }

  /**
   * Makes onnxruntime run the nodes in the order in which they were added. It visits the nodes without readers from
   * the last to the first, and before each what it needs; so nodes that read only the shape of a value, appended in
   * reverse, say what comes next.
   */
  keepOrder(): void {
    this.label = 'order';
    for (const value of turningPoints(this.nodes).toReversed()) this.node('Shape', [value]);
  }

  encode(): Uint8Array {
    return encodeModel({
      name: this.#name,
      nodes: this.nodes,
      initializers: this.#initializers,
      inputs: this.#inputs,
      outputs: this.#outputs,
      opsets: { '': 18, [MICROSOFT]: 1 },
    });
  }

  #once(key: string, make: () => string): string {
    const known = this.#constants.get(key);
    if (known !== undefined) return known;
    const name = make();
    this.#constants.set(key, name);
    return name;
  }
}
