import { z } from 'zod';
import type { FitProgram } from '#engine/compile/compiled.ts';
import type { AggregatorPlan } from '#engine/compile/plan.ts';
import { nodeSeries } from '#engine/protocol/series.ts';
import type { Mechanism, World } from './mechanism.ts';
import { readMemory } from './remembered.ts';
import { answersFor, saidBy } from './said.ts';

/** Most rows in a step; where there are fewer tuning rows, every step sees all of them. */
const MOST_ROWS = 512;

type Trained = AggregatorPlan & { readonly learningRate: number; readonly steps: number };

const memorySchema = z.object({ steps: z.int().min(0) });

/** An aggregator that learns by gradients from the tuning rows, some steps each round. */
export function learn(plan: Trained, program: FitProgram): Mechanism {
  let steps = 0;
  return {
    id: plan.nodeId,
    async aggregate(world: World) {
      const { tuning } = world.data;
      const rows = Math.min(tuning.size, MOST_ROWS);
      if (rows === 0) return;
      const table = await answersFor(world, plan);
      const said = saidBy(world, table, plan);
      if (said.every((voice) => voice === null)) return;
      let loss = 0;
      for (let i = 0; i < plan.steps; i++) {
        steps += 1;
        const feeds = program.feeds({
          examples: tuning,
          rows: world.random('fit', plan.nodeId, steps).permutation(tuning.size).subarray(0, rows),
          said,
          columns: table.columns,
          learningRate: plan.learningRate,
          step: steps,
          noise: (into) => world.random('noise', plan.nodeId, steps).fillNormal(into),
        });
        const outputs = await world.programs.call(program.program(rows), feeds);
        loss += outputs.loss![0]! / plan.steps;
      }
      world.tensors.learnt += 1;
      world.metrics({ [nodeSeries(plan.nodeId, 'fitLoss')]: loss });
    },
    capture: () => ({ steps }),
    restore(memory) {
      steps = readMemory(memorySchema, memory, plan.nodeId).steps;
    },
  };
}
