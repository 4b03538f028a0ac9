import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LinkId } from '#engine/core/brand.ts';
import { randomStream } from '#engine/core/random.ts';
import type { Executor, TensorState } from '#engine/executors/executor.ts';
import { createExecutor } from '#engine/executors/index.ts';
import type { AggregatorPlan } from '../../plan.ts';
import { compileSwarm } from '../index.ts';
import { fishId, nodeId, testData, testExamples, testPlan } from '../testSwarm.ts';
import { aggregatorTensor } from './tensors.ts';

// How aggregators learn: rule R33 of docs/spec/run.md.

let executors: readonly Executor[];
beforeAll(async () => {
  executors = [await createExecutor('onnx', { threads: 1 }), await createExecutor('tfjs')];
});
afterAll(() => {
  for (const executor of executors) executor.dispose();
});

const common = { nodeId: nodeId('answer'), name: 'answer' } as const;
const inputs = ['1.1', '1.2', '1.3'].map((fish) => ({
  kind: 'fish' as const,
  fish: fishId(fish),
  linkId: 'link' as LinkId, // not looked at
  weight: 1,
}));
const gate = {
  ...common,
  inputs,
  kind: 'gate',
  mode: 'learned',
  top: 2,
  width: 4,
  noise: true,
  balance: 0.01,
  ridge: 0,
  learningRate: 0.05,
  steps: 1,
} as const;
const PLANS: Readonly<Record<string, AggregatorPlan>> = {
  stacking: { ...common, inputs, kind: 'stacking', ridge: 0.01, learningRate: 0.05, steps: 1 },
  'noisy gate to two': gate,
  'gate to one': { ...gate, top: 1, noise: false },
  'gate to all': { ...gate, top: 9 },
};
const ROWS = Int32Array.from({ length: 12 }, (_, row) => row);

/** Fish 1 knows the truth of short texts, fish 2 of long ones, fish 3 says no number of the first text. */
async function learn(
  aggregator: AggregatorPlan,
  executor: Executor,
  { heard = 3, steps = 25, language = false } = {},
): Promise<{ losses: number[]; state: TensorState; start: Map<string, Float32Array> }> {
  const plan = testPlan({
    task: language ? 'language-modelling' : 'classification',
    schools: [{ count: 3, shape: { context: 8 } }],
    aggregators: [aggregator],
  });
  const data = { ...testData(plan), context: language ? 9 : 8 };
  const examples = testExamples(data, ROWS.length);
  const columns = language ? data.context : data.classes;
  const swarm = compileSwarm(plan, data);
  const state = executor.createState();
  for (const { name, shape, initialise } of swarm.aggregatorTensors)
    state.set(name, 'f32', shape, initialise(3));
  const start = new Map(state.names().map((name) => [name, Float32Array.from(state.get(name))]));
  const said = inputs.map((_, k) => {
    if (k >= heard) return null;
    const values = new Float32Array(ROWS.length * columns).fill(Math.log(0.15));
    for (const row of ROWS) {
      const knows = (examples.lengths[row]! < 5 ? 0 : 1) === k;
      for (let c = 0; c < columns; c++) {
        const right = language || c === examples.labels[row];
        values[row * columns + c] = Math.log(right === knows ? 0.7 : 0.15);
      }
    }
    if (k === 2) values.fill(Number.NaN, 0, columns);
    return values;
  });
  const fit = swarm.fits[0]!;
  const executable = await executor.load(fit.program(ROWS.length));
  const losses: number[] = [];
  for (let step = 1; step <= steps; step++) {
    const feeds = fit.feeds({
      examples,
      rows: ROWS,
      said,
      columns,
      learningRate: 0.05,
      step,
      noise: (into) => randomStream(1, 'noise', step).fillNormal(into),
    });
    losses.push((await executable.run(state, feeds)).loss![0]!);
  }
  executable.dispose();
  return { losses, state, start };
}

describe.each(Object.entries(PLANS))('%s', (_, aggregator) => {
  it('learns whom to believe, the same on both executors', async () => {
    const [a, b] = [await learn(aggregator, executors[0]!), await learn(aggregator, executors[1]!)];
    expect(a.losses.every(Number.isFinite)).toBe(true);
    expect(a.losses.at(-1)).toBeLessThan(a.losses[0]! - 0.05);
    a.losses.forEach((loss, i) => {
      expect(b.losses[i]).toBeCloseTo(loss, 2);
    });
  });

  it('leaves what it knows of a source that does not count as it is, bit for bit', async () => {
    const { state, start } = await learn(aggregator, executors[0]!, { heard: 2, steps: 3 });
    const own = (source: number) =>
      state.names().filter((name) => name.includes(`/${inputs[source]!.fish}`) && !name.endsWith('.m'));
    expect(own(2).length).toBeGreaterThan(0);
    for (const name of own(2)) expect(Float32Array.from(state.get(name))).toEqual(start.get(name));
    expect(own(0).some((name) => state.get(name).some((x, i) => x !== start.get(name)![i]))).toBe(true);
  });
});

it('a gate of language models learns token by token', async () => {
  const { losses } = await learn(gate, executors[0]!, { language: true });
  expect(losses.every(Number.isFinite)).toBe(true);
  expect(losses.at(-1)).toBeLessThan(losses[0]! - 0.05);
});

it('a ridge keeps stacking near the plain pool', async () => {
  const weights = aggregatorTensor(common.nodeId, 'weights', inputs[0]);
  const away = async (ridge: number): Promise<number> => {
    const plan = { ...PLANS.stacking!, ridge } as AggregatorPlan; // of the kind above
    const { state, start } = await learn(plan, executors[0]!, { steps: 60 });
    return Float32Array.from(state.get(weights)).reduce(
      (sum, x, i) => sum + (x - start.get(weights)![i]!) ** 2,
      0,
    );
  };
  expect(await away(5)).toBeLessThan((await away(0.001)) / 4);
});
