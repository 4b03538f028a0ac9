import type { Executor } from '#engine/executors/executor.ts';
import { Graph } from '#engine/tensor/builder.ts';
import type { MachineSpeed } from './types.ts';

/** Rows and columns of the measured product: too large for the nearest caches, small enough to take milliseconds. */
const SIZE = 384;
const BUDGET_MS = 100;

/** The best of several products: what other work on the machine disturbs least. Takes about a tenth of a second. */
export async function measureSpeed(executor: Executor): Promise<MachineSpeed> {
  const g = new Graph('speed');
  const a = g.input('a', 'data', 'f32', [SIZE, SIZE]);
  const b = g.input('b', 'data', 'f32', [SIZE, SIZE]);
  g.output('product', g.matmul(a, b));
  const state = executor.createState();
  const executable = await executor.load(g.build());
  try {
    const inputs = {
      a: new Float32Array(SIZE * SIZE).fill(0.5),
      b: new Float32Array(SIZE * SIZE).fill(0.25),
    };
    await executable.run(state, inputs);
    let fastest = Number.POSITIVE_INFINITY;
    const begin = performance.now();
    do {
      const before = performance.now();
      await executable.run(state, inputs);
      fastest = Math.min(fastest, performance.now() - before);
    } while (performance.now() - begin < BUDGET_MS);
    return { gflops: (2 * SIZE ** 3) / (fastest * 1e6) };
  } finally {
    executable.dispose();
    state.dispose();
  }
}
