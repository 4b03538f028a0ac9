import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import type { DataShape, Level } from '../compiled.ts';
import type { AggregatorPlan } from '../plan.ts';
import { quorumOf } from '../sources.ts';
import { cascade } from './aggregators/cascade.ts';
import { gate } from './aggregators/gate.ts';
import { counting, type Heard, listen, type Voices } from './aggregators/heard.ts';
import { meanOfLogits, meanOfProbabilities } from './aggregators/mean.ts';
import { robust } from './aggregators/robust.ts';
import { stack } from './aggregators/stacking.ts';
import { AggregatorInputs } from './aggregators/tensors.ts';
import { vote } from './aggregators/vote.ts';

export interface Answer {
  /** [R, C] */
  readonly logProbs: Tensor;
  /** bool [1]: whether enough voices are alive. */
  readonly alive: Tensor;
  /** [R, K]: the part of each voice in each row's answer, where the aggregator decides that row by row; else null. */
  readonly parts: Tensor | null;
}

export interface AggregatorSetting {
  readonly data: DataShape;
  /** Of a cascade, from the cheapest up. */
  readonly levels: readonly Level[];
}

/**
 * The answer of an aggregator. A voice counts if it is alive and has a weight above 0; in a row where its probabilities
 * are none it does not. With fewer counting voices than the quorum (or none at all) the answer is the uniform
 * distribution, and the aggregator itself is not alive for aggregators that hear it.
 */
export function aggregate(
  g: Graph,
  plan: AggregatorPlan,
  setting: AggregatorSetting,
  voices: Voices,
): Answer {
  const [, rows = 1, outputs = 1] = voices.logProbs.shape;
  const quorum = quorumOf(plan);
  const living = g.reduceSum(g.cast(counting(g, voices), 'f32'), [0], { keepDims: true }); // [1]
  const alive = g.greaterEqual(living, quorum);
  const heard = listen(g, voices);
  const sound = g.reduceSum(g.cast(heard.sound, 'f32'), [0]); // [R, 1]
  const enough = g.greaterEqual(sound, quorum);
  const { logProbs, parts } = combine(g, plan, setting, heard);
  return {
    logProbs: g.where(enough, logProbs, g.fill(-Math.log(outputs), [rows, outputs])),
    alive,
    parts: parts === null ? null : g.where(enough, parts, 0),
  };
}

interface Combined {
  readonly logProbs: Tensor;
  readonly parts: Tensor | null;
}

function combine(
  g: Graph,
  plan: AggregatorPlan,
  { data, levels }: AggregatorSetting,
  heard: Heard,
): Combined {
  const alike = (logProbs: Tensor): Combined => ({ logProbs, parts: null });
  switch (plan.kind) {
    case 'average':
      return alike(plan.of === 'logits' ? meanOfLogits(g, heard) : meanOfProbabilities(g, heard));
    case 'weighted':
      return alike(meanOfProbabilities(g, heard));
    case 'vote':
      return alike(vote(g, plan.ties, heard));
    case 'robust':
      return robust(g, plan, heard);
    case 'cascade': {
      const inputs = new AggregatorInputs(g, plan, data);
      const knobs = { temperatures: inputs.bySource('temperature'), threshold: inputs.own('threshold') };
      return cascade(g, levels, knobs, heard);
    }
    case 'stacking': {
      const inputs = new AggregatorInputs(g, plan, data);
      return alike(stack(g, { weights: inputs.bySource('weights'), bias: inputs.own('bias') }, heard));
    }
    case 'gate': {
      if (plan.mode !== 'learned') return alike(meanOfProbabilities(g, heard));
      const inputs = new AggregatorInputs(g, plan, data);
      const table = g.reshape(inputs.own('table'), [data.vocabSize, plan.width]);
      const parameters = { table, directions: inputs.bySource('direction'), bias: inputs.bySource('bias') };
      return gate(g, parameters, plan.top, heard);
    }
  }
}
