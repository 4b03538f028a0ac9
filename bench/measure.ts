import type { Executor } from '#engine/executors/executor.ts';
import { costOf } from '#engine/tensor/cost.ts';
import { type MatrixProduct, referenceProduct, stepProducts } from './matrixProducts.ts';
import { type School, type SchoolOptions, school } from './school.ts';

export interface ProductResult {
  readonly name: string;
  readonly milliseconds: number;
  readonly gflops: number;
}

export interface StepResult extends SchoolOptions {
  /** Fastest step. */
  readonly milliseconds: number;
  readonly gflops: number;
  /** The 1024-cubed product in the same minutes. */
  readonly productGflops: number;
  /** Rate of the fastest step as a share of the rate of the fastest product. */
  readonly shareOfBest: number;
  /** Median over pairs of neighbouring step and products: what other load on the machine disturbs least. */
  readonly shareOfMedian: number;
  readonly gflopPerStep: number;
  readonly operations: number;
  readonly loadMilliseconds: number;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Calls per second are the inverse of the fastest of the calls within `budget` milliseconds. */
export async function measureProduct(
  executor: Executor,
  product: MatrixProduct,
  budget: number,
): Promise<ProductResult> {
  const executable = await executor.load(product.program);
  const state = executor.createState();
  let fastest = Number.POSITIVE_INFINITY;
  const start = performance.now();
  do {
    fastest = Math.min(fastest, await time(() => executable.run(state, product.inputs)));
  } while (performance.now() - start < budget);
  executable.dispose();
  return { name: product.name, milliseconds: fastest, gflops: product.flops / fastest / 1e6 };
}

export async function measureProducts(executor: Executor, budget: number): Promise<ProductResult[]> {
  const results: ProductResult[] = [];
  for (const product of [referenceProduct(), ...stepProducts()]) {
    results.push(await measureProduct(executor, product, budget));
  }
  return results;
}

/**
 * Steps of a school and 1024-cubed products in turn, windows of about the same length, so that both meet the same
 * load of the machine.
 */
export async function measureStep(
  executor: Executor,
  options: SchoolOptions,
  pairs: number,
): Promise<StepResult> {
  const model: School = school(options);
  const product = referenceProduct();
  const executable = await executor.load(product.program);
  const begun = performance.now();
  const train = await executor.load(model.program);
  const loadMilliseconds = performance.now() - begun;
  const state = executor.createState();
  model.fill(state);
  const { matmulFlops } = costOf(model.program);

  const shares: number[] = [];
  let [step, single] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const WINDOW = 4;
  for (let pair = -2; pair < pairs; pair++) {
    const inputs = model.feeds(pair + 3);
    const products = await time(async () => {
      for (let i = 0; i < WINDOW; i++) await executable.run(state, product.inputs);
    });
    const taken = await time(() => train.run(state, inputs));
    if (pair < 0) continue; // the first calls allocate
    single = Math.min(single, products / WINDOW);
    step = Math.min(step, taken);
    shares.push(matmulFlops / taken / ((WINDOW * product.flops) / products));
  }
  shares.sort((a, b) => a - b);
  train.dispose();
  executable.dispose();
  state.dispose();
  const [gflops, productGflops] = [matmulFlops / step / 1e6, product.flops / single / 1e6];
  return {
    ...options,
    milliseconds: step,
    gflops,
    productGflops,
    shareOfBest: gflops / productGflops,
    shareOfMedian: shares[Math.floor(shares.length / 2)] ?? Number.NaN,
    gflopPerStep: matmulFlops / 1e9,
    operations: model.program.ops.length,
    loadMilliseconds,
  };
}

/** Milliseconds of the fastest of `steps` steps, after one that is not counted. */
export async function fastestStep(
  executor: Executor,
  options: SchoolOptions,
  steps: number,
): Promise<number> {
  const model = school(options);
  const train = await executor.load(model.program);
  const state = executor.createState();
  model.fill(state);
  let fastest = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= steps; step++) {
    const inputs = model.feeds(step + 1);
    const taken = await time(() => train.run(state, inputs));
    if (step > 0) fastest = Math.min(fastest, taken);
  }
  train.dispose();
  state.dispose();
  return fastest;
}
