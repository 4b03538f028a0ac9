import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import type { Level } from '../../compiled.ts';
import type { Heard } from './heard.ts';

/** What a cascade has learnt, as tensors: temperatures [K] in the order of its inputs, threshold [1]. */
export interface CascadeKnobs {
  readonly temperatures: Tensor;
  readonly threshold: Tensor;
}

/**
 * FrugalGPT's cascade (Chen et al. 2023, arXiv 2305.05176, section 3): the cheapest level whose confidence reaches the
 * threshold answers; the rest go up. Confidence is the largest probability after temperature scaling (Guo et al. 2017,
 * arXiv 1706.04599, equation 9), where FrugalGPT trains a scorer: the fish give probabilities, so none is needed. A
 * level that does not count has confidence 0 and costs nothing; the deepest that counts answers whatever is left.
 *
 * @param levels from the cheapest up.
 * @returns logProbs [R, C] of the level that answers, calibrated; parts [R, K], 1 for that level.
 */
export function cascade(
  g: Graph,
  levels: readonly Level[],
  { temperatures, threshold }: CascadeKnobs,
  { logProbs, sound }: Heard,
): { logProbs: Tensor; parts: Tensor } {
  const [count = 1, rows = 1, outputs = 1] = logProbs.shape;
  const calibrated = g.logSoftmax(g.div(logProbs, g.reshape(temperatures, [count, 1, 1]))); // [K, R, C]
  const confidence = g.exp(g.reduceMax(calibrated, [2], { keepDims: true })); // [K, R, 1]
  const sure = g.and(sound, g.greaterEqual(confidence, g.reshape(threshold, [1, 1, 1])));
  const of = (x: Tensor, level: Level): Tensor => g.sliceAxis(x, 0, level.input, level.input + 1);

  // From the deepest down: whether anyone deeper counts.
  const never = g.fill(0, [1, rows, 1], 'bool');
  let deeper = never;
  const answers = levels.toReversed().map((level) => {
    const counts = of(sound, level);
    const last = g.and(counts, g.not(deeper));
    deeper = g.or(deeper, counts);
    return { level, able: g.or(of(sure, level), last) }; // bool [1, R, 1]
  });
  let taken = never;
  let answer = g.fill(0, [1, rows, outputs]);
  const parts: Tensor[] = [];
  for (const { level, able } of answers.toReversed()) {
    const takes = g.and(able, g.not(taken));
    taken = g.or(taken, able);
    answer = g.where(takes, of(calibrated, level), answer);
    parts[level.input] = g.reshape(g.cast(takes, 'f32'), [rows, 1]);
  }
  return {
    logProbs: g.reshape(answer, [rows, outputs]),
    parts: parts.length === 1 ? parts[0]! : g.concat(parts, 1),
  };
}
