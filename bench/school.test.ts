import { describe, expect, it } from 'vitest';
import { createExecutor } from '#engine/executors/index.ts';
import { OnnxExecutor } from '#engine/executors/onnx/executor.ts';
import { costOf } from '#engine/tensor/cost.ts';
import { measureStep } from './measure.ts';
import { school } from './school.ts';

const GELU = { activation: 'gelu', dropout: 0 } as const;

describe('the benchmark', () => {
  it('trains: the loss of every fish falls', async () => {
    const model = school({ activation: 'relu', dropout: 0 });
    const executor = await createExecutor('onnx', { threads: 1 });
    const executable = await executor.load(model.program);
    const state = executor.createState();
    model.fill(state);
    const losses: number[][] = [];
    for (let step = 1; step <= 6; step++) {
      const { loss } = await executable.run(state, {
        ...model.feeds(1),
        ...optimizerStep(model.feeds(step)),
      });
      losses.push(Array.from(loss ?? []));
    }
    expect(losses[0]).toHaveLength(8);
    losses[0]?.forEach((first, fish) => {
      expect(losses[5]?.[fish]).toBeLessThan(first);
    });
    executable.dispose();
    state.dispose();
  });

  it('counts 5.2 GFLOP of products a step, and reports shares of the same machine', async () => {
    const model = school(GELU);
    expect(costOf(model.program).matmulFlops / 1e9).toBeCloseTo(5.24, 1);
    const result = await measureStep(await createExecutor('onnx', { threads: 1 }), GELU, 1);
    expect(result.shareOfBest).toBeGreaterThan(0);
    expect(result.gflopPerStep).toBeCloseTo(5.24, 1);
  });

  it('updates the rows of the embedding in place', async () => {
    const executor = await OnnxExecutor.create({ threads: 1 });
    const executable = await executor.load(school({ activation: 'relu', dropout: 0 }).program);
    const tables = ['school-1.wte', 'school-1.wte.m', 'school-1.wte.v'];
    expect(executable.inPlace).toEqual(expect.arrayContaining(tables));
    executable.dispose();
  });
});

/** Only what AdamW needs of a step's feeds: the same texts are learned again. */
function optimizerStep(feeds: ReturnType<ReturnType<typeof school>['feeds']>): typeof feeds {
  return Object.fromEntries(Object.entries(feeds).filter(([name]) => name.includes('correction')));
}
