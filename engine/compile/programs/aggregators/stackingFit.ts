import { Graph } from '#engine/tensor/builder.ts';
import { optimize } from '#engine/tensor/passes/optimize.ts';
import type { DataShape, FitFeeds, FitProgram } from '../../compiled.ts';
import type { AggregatorPlan } from '../../plan.ts';
import { memoise } from '../memoise.ts';
import { fitControls, fitStep } from './fitStep.ts';
import { stack } from './stacking.ts';
import { AggregatorInputs, aggregatorTensor, firstOf } from './tensors.ts';

type StackingPlan = Extract<AggregatorPlan, { kind: 'stacking' }>;

/**
 * A step of the regression: mean cross-entropy of the rows + ridge / 2 sum_k |W_k - share_k I|^2. The penalty pulls
 * towards the plain pool of the voices rather than towards 0: where the rows say nothing, the stacking stays an average.
 */
export function stackingFit(plan: StackingPlan, data: DataShape): FitProgram {
  const voices = plan.inputs.length;
  const { classes } = data;
  const build = (rows: number) => {
    const g = new Graph(`fit.${plan.nodeId}`);
    const said = g.input('said', 'data', 'f32', [voices, rows, classes]);
    const sound = g.input('sound', 'data', 'bool', [voices, rows, 1]);
    const labels = g.input('labels', 'data', 'i32', [rows]);
    const heard = g.input('heard', 'control', 'bool', [voices]);
    const inputs = new AggregatorInputs(g, plan, data);
    const parameters = { weights: inputs.bySource('weights'), bias: inputs.own('bias') };
    const answer = stack(g, parameters, { logProbs: said, sound }); // [R, C]
    const loss = g.neg(g.reduceMean(g.takeAlong(answer, labels), [0]));
    const start = plan.inputs.map((source) => firstOf(plan, data, 'weights', source));
    const pool = g.constant(Float32Array.from(start.flatMap((values) => [...values])), [
      voices,
      classes,
      classes,
    ]);
    const away = g.reduceSum(g.square(g.sub(parameters.weights, pool)), [0, 1, 2]);
    g.output('loss', loss);
    fitStep(g, g.add(loss, g.mul(away, plan.ridge / 2)), [
      { name: aggregatorTensor(plan.nodeId, 'bias'), heard: g.fill(1, [1], 'bool') },
      ...plan.inputs.map((source, k) => ({
        name: aggregatorTensor(plan.nodeId, 'weights', source),
        heard: g.sliceAxis(heard, 0, k, k + 1),
      })),
    ]);
    return optimize(g.build());
  };
  return {
    aggregator: plan.nodeId,
    program: memoise(build),
    feeds: (step) => ({ ...fitControls(step), ...voicesOf(step, classes) }),
  };
}

/** What each voice said of the rows; a row with a number that is none is as if nothing had been said. */
function voicesOf({ rows, said, examples }: FitFeeds, classes: number) {
  const answers = new Float32Array(said.length * rows.length * classes);
  const sound = new Uint8Array(said.length * rows.length);
  said.forEach((voice, k) => {
    if (voice === null) return;
    rows.forEach((row, r) => {
      const own = voice.subarray(row * classes, (row + 1) * classes);
      const at = k * rows.length + r;
      if (!own.every(Number.isFinite)) return;
      sound[at] = 1;
      answers.set(own, at * classes);
    });
  });
  return {
    said: answers,
    sound,
    labels: Int32Array.from(rows, (row) => examples.labels[row]!),
    heard: Uint8Array.from(said, (voice) => (voice === null ? 0 : 1)),
  };
}
