import type { Level } from '#engine/compile/compiled.ts';
import type { AggregatorPlan } from '#engine/compile/plan.ts';
import { aggregatorTensor } from '#engine/compile/programs/aggregators/tensors.ts';
import { sourceId } from '#engine/compile/sources.ts';
import type { FishId } from '#engine/core/brand.ts';
import { nodeSeries } from '#engine/protocol/series.ts';
import type { Evaluation } from '../evaluate.ts';
import { sourceStrength } from '../wiring.ts';
import { fitTemperature } from './fitTemperature.ts';
import type { Mechanism, World } from './mechanism.ts';
import { answersFor, evaluatedSoon, saidBy } from './said.ts';

type Cascade = Extract<AggregatorPlan, { kind: 'cascade' }>;

/** Fits the temperature of each level on the tuning rows before each evaluation, and tells what answers cost after it. */
export function calibrate(plan: Cascade, levels: readonly Level[]): Mechanism {
  const { nodeId, inputs } = plan;
  return {
    id: nodeId,
    async aggregate(world: World) {
      const { data, tensors, metrics } = world;
      if (!plan.calibrate || data.tuning.size === 0 || !evaluatedSoon(world)) return;
      const table = await answersFor(world, plan);
      const fitted: Record<string, number> = {};
      saidBy(world, table, plan).forEach((said, k) => {
        const temperature = said === null ? null : fitTemperature(said, table.columns, table.examples);
        if (temperature === null) return;
        tensors.writeAggregator(
          aggregatorTensor(nodeId, 'temperature', inputs[k]!),
          Float32Array.of(temperature),
        );
        fitted[nodeSeries(nodeId, `temperature/${sourceId(inputs[k]!)}`)] = temperature;
      });
      metrics(fitted);
    },
    evaluated({ plan: swarm, metrics, state, isAlive }: World, evaluation: Evaluation) {
      const parts = evaluation.parts.get(nodeId);
      if (parts === undefined) return;
      const own = state.hearing[nodeId];
      const asked = inputs.map((source) => {
        if (sourceStrength(swarm, state, source, nodeId) === 0) return false;
        if (own !== undefined && (own[sourceId(source)] ?? -Infinity) === -Infinity) return false;
        return source.kind === 'fish' ? isAlive(source.fish) : evaluation.aggregators.has(source.nodeId);
      });
      metrics({ [nodeSeries(nodeId, 'cost')]: costOfCascade(levels, parts.mean, asked) });
    },
  };
}

/**
 * sum_l c_l P(reach l), in costs of the deepest level (FrugalGPT, Chen et al. 2023, arXiv 2305.05176, section 3): a text
 * that level l answers has been read by all levels below it, too. Levels that are not asked (dead ones) cost nothing. An
 * exit of a fish goes on from the earlier exit the text has passed, so it costs only the layers between (DeeBERT, Xin et
 * al. 2020, arXiv 2004.12993, section 3).
 *
 * @param parts share of the texts that each source answered, by input.
 */
export function costOfCascade(
  levels: readonly Level[],
  parts: ArrayLike<number>,
  asked: readonly boolean[],
): number {
  let reach = 1;
  let cost = 0;
  const paid = new Map<FishId, number>();
  for (const { input, cost: own, fish } of levels) {
    if (asked[input] !== true) continue;
    cost += (own - (fish === null ? 0 : (paid.get(fish) ?? 0))) * reach;
    if (fish !== null) paid.set(fish, own);
    reach -= parts[input]!;
  }
  return cost;
}
