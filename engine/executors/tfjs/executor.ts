import type { Program } from '../../tensor/ir.ts';
import type { Executor, TensorState } from '../executor.ts';
import { TfjsExecutable } from './executable.ts';
import { TfjsState } from './state.ts';
import { startBackend, type TfBackend, tf } from './tf.ts';

export interface TfjsOptions {
  /** Without it the fastest that starts: tensorflow (tfjs-node), wasm, cpu. */
  readonly backend?: TfBackend;
}

/** The second opinion: the same programs, operation by operation, with TensorFlow.js. */
export class TfjsExecutor implements Executor {
  readonly name = 'tfjs';
  readonly backend: TfBackend;
  readonly description: string;
  /** In Node the wasm backend runs without threads; libtensorflow chooses for itself. */
  readonly threads = 1;

  private constructor(backend: TfBackend) {
    this.backend = backend;
    this.description = `tfjs ${tf.version_core} ${backend}`;
  }

  static async create(options: TfjsOptions = {}): Promise<TfjsExecutor> {
    return new TfjsExecutor(await startBackend(options.backend));
  }

  createState(): TensorState {
    return new TfjsState();
  }

  async load(program: Program): Promise<TfjsExecutable> {
    return new TfjsExecutable(program, this.backend);
  }

  dispose(): void {
    // Tensors belong to states; the backend is shared by the whole process.
  }
}
