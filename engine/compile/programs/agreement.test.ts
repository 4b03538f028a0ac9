import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Executor } from '#engine/executors/executor.ts';
import { createExecutor } from '#engine/executors/index.ts';
import { TestSession } from './testSession.ts';
import { type TestSwarm, testData, testExamples, testPlan } from './testSwarm.ts';

const SHAPE = { width: 16, heads: 4, feedForward: 32, layers: 2, context: 8 } as const;
const CASES: Readonly<Record<string, TestSwarm>> = {
  encoder: {
    schools: [{ count: 3, shape: SHAPE, training: { dropout: 0.1 } }],
    labelSmoothing: 0.1,
    batchSize: 8,
  },
  'encoder with lazy embedding rows': { schools: [{ count: 2, shape: SHAPE }], batchSize: 4 },
  'encoder with early exits': { schools: [{ count: 2, shape: { ...SHAPE, exits: true } }], batchSize: 8 },
  'layers of proposers': {
    schools: [
      { count: 2, shape: SHAPE },
      { count: 2, shape: SHAPE, proposers: ['1.1', '1.2'] },
    ],
    talk: [
      { family: 'proposal', from: '1.1', to: '2.1' },
      { family: 'proposal', from: '1.2', to: '2.1' },
      { family: 'proposal', from: '1.2', to: '2.2', strength: 0.5 },
    ],
    batchSize: 8,
  },
  decoder: {
    task: 'language-modelling',
    schools: [{ count: 2, shape: { ...SHAPE, positional: 'rotary' }, training: { dropout: 0.1 } }],
    batchSize: 8,
  },
  'linked schools': {
    schools: [
      { count: 2, shape: SHAPE },
      {
        count: 2,
        shape: { ...SHAPE, width: 12, pooling: 'attention', activation: 'relu' },
        training: { optimizer: 'sgd' },
      },
    ],
    talk: [
      { family: 'state', from: '1.1', to: '2.1' },
      { family: 'state', from: '2.2', to: '1.2' },
      { family: 'state', from: '1.2', to: '1.1' },
      { family: 'prediction', from: '2.1', to: '1.1', strength: 0.5 },
      { family: 'prediction', from: '1.1', to: '2.2' },
    ],
    batchSize: 8,
  },
};

/** Losses of 10 steps, [10][fish]. */
async function losses(executor: Executor, swarm: TestSwarm): Promise<number[][]> {
  const plan = testPlan(swarm);
  const data = testData(plan, { vocabSize: 40, classes: 4 });
  const session = new TestSession(executor, plan, data, testExamples(data, 64));
  const result: number[][] = [];
  for (let step = 1; step <= 10; step++) {
    const rows = Array.from({ length: plan.run.batchSize }, (_, i) => (step * 5 + i) % 64);
    result.push([...(await session.step({ rows, step })).loss]);
  }
  session.dispose();
  return result;
}

describe('onnx and tfjs agree on the losses of ten steps', () => {
  let onnx: Executor;
  let tfjs: Executor;
  beforeAll(async () => {
    onnx = await createExecutor('onnx', { threads: 1 });
    tfjs = await createExecutor('tfjs');
  });
  afterAll(() => {
    onnx.dispose();
    tfjs.dispose();
  });

  it.each(Object.entries(CASES))('%s', async (_, swarm) => {
    const [ours, theirs] = [await losses(onnx, swarm), await losses(tfjs, swarm)];
    expect(ours[9]).not.toEqual(ours[0]);
    for (const [step, byFish] of ours.entries()) {
      for (const [f, loss] of byFish.entries()) {
        expect(Math.abs(theirs[step]![f]! / loss - 1)).toBeLessThan(1e-4);
      }
    }
  });
});
