import { env } from 'onnxruntime-node';
import { ShuuraiError } from '../../core/errors.ts';
import type { Program } from '../../tensor/ir.ts';
import type { Executor, TensorState } from '../executor.ts';
import { emitProgram } from './emitProgram.ts';
import { OnnxExecutable } from './executable.ts';
import { measureThreads } from './measureThreads.ts';
import { createSession } from './session.ts';
import { OnnxState } from './state.ts';

export interface OnnxOptions {
  /** Threads inside one operation; without it, measured once per process (see measureThreads). */
  readonly threads?: number;
  /** Writes a chrome trace of every program to `<prefix>_<date>.json` when it is disposed. */
  readonly profilePrefix?: string;
}

/** Compiles each program to one ONNX graph: a call is one call into onnxruntime. */
export class OnnxExecutor implements Executor {
  readonly name = 'onnx';
  readonly threads: number;
  readonly description: string;
  readonly #profilePrefix: string | undefined;

  private constructor(threads: number, profilePrefix: string | undefined) {
    this.threads = threads;
    this.#profilePrefix = profilePrefix;
    const version = env.versions.node ?? env.versions.common;
    this.description = `onnxruntime ${version} cpu, ${threads} thread${threads === 1 ? '' : 's'}`;
  }

  static async create(options: OnnxOptions = {}): Promise<OnnxExecutor> {
    return new OnnxExecutor(options.threads ?? (await measureThreads()), options.profilePrefix);
  }

  createState(): TensorState {
    return new OnnxState();
  }

  async load(program: Program): Promise<OnnxExecutable> {
    const emitted = emitProgram(program, { threads: this.threads });
    try {
      const session = await createSession(emitted.model, {
        threads: this.threads,
        ...(this.#profilePrefix === undefined ? {} : { profilePrefix: this.#profilePrefix }),
      });
      return new OnnxExecutable(program, emitted, session);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ShuuraiError('internal', `onnxruntime refused program "${program.name}": ${reason}`, {
        cause,
      });
    }
  }

  dispose(): void {
    // Sessions belong to their executables, states to their makers: nothing is shared between them.
  }
}
