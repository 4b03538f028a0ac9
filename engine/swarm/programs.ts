import type { Executable, Executor, Inputs, Outputs, TensorState } from '#engine/executors/executor.ts';
import { costOf } from '#engine/tensor/cost.ts';
import type { Program } from '#engine/tensor/ir.ts';

/** Programs of one swarm loaded into an executor, each at its first use. */
export class Programs {
  readonly #executor: Executor;
  readonly #state: TensorState;
  readonly #loaded = new Map<Program, Promise<Executable>>();
  readonly #flops = new Map<Program, number>();

  constructor(executor: Executor, state: TensorState) {
    this.#executor = executor;
    this.#state = state;
  }

  /** The arrays returned are valid until the same program is called again. */
  async call(program: Program, inputs: Inputs): Promise<Outputs> {
    return (await this.#load(program)).run(this.#state, inputs);
  }

  /** Compiles without calling. */
  async prepare(program: Program): Promise<void> {
    await this.#load(program);
  }

  #load(program: Program): Promise<Executable> {
    let executable = this.#loaded.get(program);
    if (executable === undefined) {
      executable = this.#executor.load(program);
      this.#loaded.set(program, executable);
    }
    return executable;
  }

  /** Floating point operations of one call. */
  flops(program: Program): number {
    let flops = this.#flops.get(program);
    if (flops === undefined) {
      flops = costOf(program).flops;
      this.#flops.set(program, flops);
    }
    return flops;
  }

  async dispose(): Promise<void> {
    for (const loading of this.#loaded.values()) {
      const executable = await loading.catch(() => null);
      executable?.dispose();
    }
    this.#loaded.clear();
  }
}
