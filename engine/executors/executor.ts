import type { DType, Program, Shape, TensorData } from '../tensor/ir.ts';

export type ExecutorName = 'onnx' | 'tfjs';

/** Named tensors that outlive a call: parameters and optimizer moments, shared by all programs of one swarm. */
export interface TensorState {
  names(): readonly string[];
  info(name: string): { readonly dtype: DType; readonly shape: Shape };
  /** Creates or overwrites; copies `data`. Throws if the length does not fit the shape. */
  set(name: string, dtype: DType, shape: Shape, data: TensorData): void;
  /** A copy. */
  get(name: string): TensorData;
  delete(name: string): void;
  dispose(): void;
}

export type Inputs = Readonly<Record<string, TensorData>>;
export type Outputs = Record<string, TensorData>;

export interface Executable {
  readonly program: Program;
  /**
   * One call. `inputs` holds every input whose role is `data` or `control`; `parameter` and `state` inputs are
   * read from `state` by name, and the program's updates are written back to it. A call that throws leaves
   * `state` as it was or says that it could not. Returned arrays belong to the caller until the next call.
   */
  run(state: TensorState, inputs: Inputs): Promise<Outputs>;
  dispose(): void;
}

export interface Executor {
  readonly name: ExecutorName;
  /** What really computes: "onnxruntime 1.30 cpu, 1 thread", "tfjs wasm"... */
  readonly description: string;
  readonly threads: number;
  createState(): TensorState;
  load(program: Program): Promise<Executable>;
  dispose(): void;
}
