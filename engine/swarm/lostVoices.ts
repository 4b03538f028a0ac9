import type { PredictionSource, SwarmPlan } from '#engine/compile/plan.ts';
import { sourceId } from '#engine/compile/sources.ts';
import { randomStream } from '#engine/core/random.ts';

/** Which sources of aggregators are not heard in the evaluation of a round, because their link lost what they said. */
export function lostVoices(plan: SwarmPlan, round: number): (source: PredictionSource) => boolean {
  const losses = new Map(plan.lossy.map(({ linkId, loss }) => [linkId, loss]));
  return (source) => {
    const loss = losses.get(source.linkId) ?? 0;
    if (loss === 0) return false;
    return randomStream(plan.run.seed, 'lost voice', source.linkId, sourceId(source), round).chance(loss);
  };
}
