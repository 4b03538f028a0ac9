import type { AggregatorPlan, SwarmPlan } from '#engine/compile/plan.ts';
import { earlyExits, exitId, sourceId } from '#engine/compile/sources.ts';
import { labelMetric } from '#engine/metrics/catalogue.ts';
import { fishSeries, nodeSeries, swarmSeries } from '#engine/protocol/series.ts';
import type { Evaluation, Parts, Score } from './evaluate.ts';
import type { Voices } from './voices.ts';

/** Above this many classes their F1 would drown everything else. */
const MOST_CLASSES = 20;

function scoreMetrics(score: Score): Record<string, number> {
  return score.task === 'classification'
    ? { loss: score.loss, accuracy: score.accuracy, macroF1: score.macroF1, ece: score.ece }
    : { loss: score.loss, perplexity: score.perplexity, accuracy: score.accuracy };
}

/** Every number of an evaluation by its series name. See engine/metrics/catalogue.ts for what they mean. */
export function evaluationMetrics(
  plan: SwarmPlan,
  labels: readonly string[],
  evaluation: Evaluation,
  voices: Voices,
): Record<string, number> {
  const values: Record<string, number> = {};
  const put = (name: string, value: number): void => {
    if (Number.isFinite(value)) values[name] = value;
  };
  plan.fish.forEach(({ id, shape }, i) => {
    const score = evaluation.fish[i];
    if (score == null) return;
    for (const [name, value] of Object.entries(scoreMetrics(score))) put(fishSeries(id, name), value);
    for (const layer of earlyExits(shape)) {
      const exit = evaluation.exits.get(exitId(id, layer));
      if (exit !== undefined) put(fishSeries(id, `exit/${layer}`), exit.accuracy);
    }
  });
  for (const [id, score] of evaluation.aggregators) {
    for (const [name, value] of Object.entries(scoreMetrics(score))) put(nodeSeries(id, name), value);
  }
  for (const aggregator of plan.aggregators) {
    const { nodeId } = aggregator;
    if (!voices.answering.has(nodeId)) continue;
    const weights = voices.weights.get(nodeId) ?? new Float32Array();
    for (const [name, value] of Object.entries(
      partMetrics(aggregator, evaluation.parts.get(nodeId), weights),
    ))
      put(nodeSeries(nodeId, name), value);
  }
  for (const probe of evaluation.probes) {
    put(nodeSeries(probe.nodeId, 'confidence'), probe.confidence);
    put(nodeSeries(probe.nodeId, 'entropy'), probe.entropy);
  }
  for (const [name, value] of Object.entries(swarmMetrics(plan, labels, evaluation)))
    put(swarmSeries(name), value);
  put(
    swarmSeries('liveFish'),
    voices.alive.reduce((a, b) => a + b, 0),
  );
  return values;
}

/** Who takes part in an aggregator's answers; of a gate, also how decided and how even it is. */
function partMetrics(
  aggregator: AggregatorPlan,
  parts: Parts | undefined,
  weights: Float32Array,
): Record<string, number> {
  const values: Record<string, number> = {};
  aggregator.inputs.forEach((source, k) => {
    if (parts !== undefined) values[`part/${sourceId(source)}`] = parts.mean[k]!;
  });
  if (aggregator.kind !== 'gate') return values;
  const loads = [...(parts?.mean ?? weights)].filter((_, k) => weights[k]! > 0);
  const even = loads.reduce((a, b) => a + b, 0) / loads.length;
  const spread = loads.reduce((sum, load) => sum + (load - even) ** 2, 0) / loads.length;
  return {
    ...values,
    gateEntropy: parts?.entropy ?? entropyOf(weights),
    loadVariation: Math.sqrt(spread) / even,
  };
}

const entropyOf = (weights: Float32Array): number =>
  weights.reduce((sum, weight) => (weight > 0 ? sum - weight * Math.log(weight) : sum), 0);

function swarmMetrics(
  plan: SwarmPlan,
  labels: readonly string[],
  { swarm, fish, together }: Evaluation,
): Record<string, number> {
  const values: Record<string, number> = swarm === null ? {} : scoreMetrics(swarm);
  if (swarm?.task === 'classification' && labels.length <= MOST_CLASSES) {
    labels.forEach((label, c) => {
      values[labelMetric(label)] = swarm.f1[c]!;
    });
  }
  const measured = plan.task === 'classification' ? 'accuracy' : 'loss';
  const live = fish.flatMap((score) => (score === null ? [] : [score[measured]]));
  if (live.length > 0) {
    const [lowest, highest] = [Math.min(...live), Math.max(...live)];
    const best = measured === 'accuracy' ? highest : lowest;
    values.bestFish = best;
    values.worstFish = measured === 'accuracy' ? lowest : highest;
    values.meanFish = live.reduce((a, b) => a + b, 0) / live.length;
    if (swarm !== null)
      values.gainOverBest = measured === 'accuracy' ? swarm.accuracy - best : best - swarm.loss;
  }
  return together === null ? values : { ...values, ...together };
}
