import { Graph, type Tensor } from '#engine/tensor/builder.ts';
import { optimize } from '#engine/tensor/passes/optimize.ts';
import type { DataShape, FitFeeds, FitProgram } from '../../compiled.ts';
import type { AggregatorPlan, GatePlan } from '../../plan.ts';
import { packRows } from '../batch.ts';
import { memoise } from '../memoise.ts';
import { fitControls, fitStep } from './fitStep.ts';
import { type Chosen, gateFeatures, gateScores, keepTop } from './gate.ts';
import { NEVER, TINY } from './heard.ts';
import { AggregatorInputs, aggregatorTensor } from './tensors.ts';

type LearnedGate = Extract<AggregatorPlan, { kind: 'gate' }> & Extract<GatePlan, { mode: 'learned' }>;

/** Keeps the noise of noisy top-k above 0, so that loads have a derivative (1e-2 in tensor2tensor's expert_utils). */
const LEAST_NOISE = 1e-2;

/**
 * A step of the sparse gate (Shazeer et al. 2017, arXiv 1701.06538): the mean of -log sum_k g_k(x) p_k(y | x) over the
 * rows, plus `balance` times the losses of importance (equation 7) and load (equation 11), with noisy top-k (equation 4).
 *
 * It learns on tuning rows, on which the experts have not learnt: on its own training rows an expert is as sure as it is
 * of nothing else, and the gate would learn whose row it was. With `top` 1 the softmax over the chosen is 1 and has no
 * gradient, so while it learns at least two experts are compared (the paper asks for k > 1).
 */
export function gateFit(plan: LearnedGate, data: DataShape): FitProgram {
  const experts = plan.inputs.length;
  const language = data.task === 'language-modelling';
  const positions = data.context - (language ? 1 : 0);
  const build = (rows: number) => {
    const g = new Graph(`fit.${plan.nodeId}`);
    const answers = rows * (language ? positions : 1); // R
    const tokens = g.input('tokens', 'data', 'i32', [rows, data.context]);
    const lengths = g.input('lengths', 'data', 'i32', [rows]);
    const truth = g.input('truth', 'data', 'f32', [experts, answers]);
    const counts = g.input('counts', 'data', 'f32', [1, answers]);
    const heard = g.input('heard', 'control', 'bool', [experts]);
    const inputs = new AggregatorInputs(g, plan, data);
    const table = g.reshape(inputs.own('table'), [data.vocabSize, plan.width]);
    const features = gateFeatures(g, table, {
      tokens: g.sliceAxis(tokens, 1, 0, positions),
      lengths,
      everyPosition: language,
    }); // [R, D]
    const parameters = { table, directions: inputs.bySource('direction'), bias: inputs.bySource('bias') };
    const clean = gateScores(g, parameters, features); // [K, R]
    const sound = g.broadcast(g.reshape(heard, [experts, 1]), [experts, answers]);
    const top = Math.max(plan.top, 2);
    const total = g.maximum(g.reduceSum(counts, [0, 1]), 1);

    let scores = clean;
    let spread: Tensor | null = null;
    if (plan.noise) {
      const drawn = g.input('noise', 'data', 'f32', [experts, answers]);
      const raw = g.matmul(inputs.bySource('noise'), features, { transB: true });
      spread = g.add(softplus(g, raw), LEAST_NOISE);
      scores = g.add(clean, g.mul(drawn, spread));
    }
    const chosen = keepTop(g, scores, sound, top);
    const terms = g.where(
      g.greater(chosen.weights, 0),
      g.add(truth, g.log(g.maximum(chosen.weights, TINY))),
      NEVER,
    );
    const best = g.stopGradient(g.reduceMax(terms, [0], { keepDims: true }));
    const sum = g.reduceSum(g.exp(g.sub(terms, best)), [0], { keepDims: true });
    const said = g.add(g.log(sum), best); // [1, R]
    const loss = g.neg(g.div(g.reduceSum(g.mul(said, counts), [0, 1]), total));
    g.output('loss', loss);

    const share = (x: Tensor): Tensor => g.reduceSum(g.mul(x, counts), [1]); // [K]
    let uneven = variation(g, share(chosen.weights), heard);
    if (spread !== null && top < experts) {
      const load = share(chances(g, clean, scores, spread, sound, chosen, top));
      uneven = g.add(uneven, variation(g, load, heard));
    }
    const each = g.fill(1, [1], 'bool');
    const size = g.add(
      g.reduceSum(g.square(parameters.directions), [0, 1]),
      g.reduceSum(g.square(table), [0, 1]),
    );
    const penalty = g.add(g.mul(uneven, plan.balance), g.mul(size, plan.ridge / 2));
    fitStep(g, g.add(loss, penalty), [
      { name: aggregatorTensor(plan.nodeId, 'table'), heard: each },
      ...plan.inputs.flatMap((source, k) =>
        ['direction', 'bias', ...(plan.noise ? ['noise'] : [])].map((what) => ({
          name: aggregatorTensor(plan.nodeId, what, source),
          heard: g.sliceAxis(heard, 0, k, k + 1),
        })),
      ),
    ]);
    return optimize(g.build());
  };
  return {
    aggregator: plan.nodeId,
    program: memoise(build),
    feeds: (step) => ({
      ...fitControls(step),
      ...packRows(step.examples, step.rows, data.context),
      ...truths(step, language ? positions : null),
      ...(plan.noise
        ? { noise: step.noise(new Float32Array(experts * step.rows.length * (language ? positions : 1))) }
        : {}),
    }),
  };
}

/** log(1 + e^x) without overflow. */
function softplus(g: Graph, x: Tensor): Tensor {
  return g.add(g.maximum(x, 0), g.log(g.add(g.exp(g.neg(g.abs(x))), 1)));
}

/** Squared coefficient of variation of [K] over those who are heard (Shazeer et al. 2017, equations 7 and 11). */
function variation(g: Graph, values: Tensor, heard: Tensor): Tensor {
  const there = g.cast(heard, 'f32');
  const number = g.maximum(g.reduceSum(there, [0]), 1);
  const mean = g.div(g.reduceSum(g.mul(values, there), [0]), number);
  const spread = g.reduceSum(g.mul(g.square(g.sub(values, mean)), there), [0]);
  return g.div(g.div(spread, number), g.add(g.square(mean), 1e-10));
}

/**
 * The chance that an expert is among the `top` if its noise is drawn anew and the others' stays (equations 8 and 9): the
 * normal distribution of its distance to the score that it has to beat. [K, R]
 */
function chances(
  g: Graph,
  clean: Tensor,
  noisy: Tensor,
  spread: Tensor,
  sound: Tensor,
  { rank }: Chosen,
  top: number,
): Tensor {
  const able = g.where(sound, noisy, -1e6);
  const ranked = (place: number): Tensor =>
    g.reduceSum(g.where(g.equal(rank, place), able, 0), [0], { keepDims: true }); // [1, R]
  const beat = g.where(g.less(rank, top), ranked(top), ranked(top - 1));
  const normal = g.div(g.sub(clean, beat), g.mul(spread, Math.SQRT2));
  return g.where(sound, g.mul(g.add(g.erf(normal), 1), 0.5), 0);
}

/** Log-probability of the truth by expert; rows (or positions) of which anyone heard says no number do not count. */
function truths({ rows, said, examples, columns }: FitFeeds, positions: number | null) {
  const each = positions ?? 1;
  const count = rows.length * each;
  const truth = new Float32Array(said.length * count);
  const counts = new Float32Array(count);
  rows.forEach((row, r) => {
    const predicted = positions === null ? 1 : Math.min(examples.lengths[row]! - 1, positions);
    for (let t = 0; t < predicted; t++) {
      const at = row * columns + (positions === null ? examples.labels[row]! : t);
      const own = said.map((voice) => voice?.[at] ?? 0);
      if (!own.every(Number.isFinite)) continue;
      counts[r * each + t] = 1;
      own.forEach((value, k) => {
        truth[k * count + r * each + t] = value;
      });
    }
  });
  return { truth, counts, heard: Uint8Array.from(said, (voice) => (voice === null ? 0 : 1)) };
}
