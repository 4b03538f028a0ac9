import { describe, expect, it } from 'vitest';
import { Graph } from '#engine/tensor/builder.ts';
import { grad } from '#engine/tensor/grad.ts';
import type { Program } from '#engine/tensor/ir.ts';
import { evaluate } from '#engine/tensor/reference.ts';
import { clusterGraph } from './clusterGraph.ts';
import { clusterSchools } from './clusters.ts';
import { parameterTensors } from './tensors.ts';
import { strengths, type TestSwarm, testData, testExamples, testPlan } from './testSwarm.ts';
import { agreementFeeds, lessonFeeds } from './trainFeeds.ts';

const LENGTH = 5;

interface Checked {
  readonly program: Program;
  readonly inputs: Record<string, number[]>;
  /** Parameters to check. */
  readonly names: readonly string[];
  /**
   * The sum of all objectives, worked out here from the fish's log-probabilities (and those of their early exits, by exit),
   * with the teachers of prediction links held at `teachers`: they are constants to the gradient.
   */
  total(logProbs: readonly Row[], teachers: readonly Row[], early: readonly (readonly Row[])[]): number;
}

/** Log-probabilities of one fish, [R, C]. */
type Row = ArrayLike<number>;

/** Each of the first two fish learns a row that the other does not; whoever reads them is told of the others. */
const weightsOf = (fish: number): Float32Array =>
  fish < 2 ? Float32Array.of(1 - fish, fish, 0) : Float32Array.of(1, fish % 2, 0.5);

function checked(swarm: TestSwarm): Checked {
  const plan = testPlan(swarm);
  const data = testData(plan);
  const schools = clusterSchools(plan)[0]!;
  const g = new Graph('gradients');
  const cluster = clusterGraph(g, { plan, data, schools, length: LENGTH, drop: (_, x) => x });
  const losses = cluster.learned.map(({ objective }) => g.reduceSum(objective, [0]));
  cluster.learned.forEach(({ logProbs, exits }, s) => {
    g.output(`logProbs ${s}`, logProbs);
    exits.forEach((answer, e) => {
      g.output(`exit ${e} ${s}`, answer);
    });
  });
  const entries = cluster.learners.flatMap(({ model, parameters }) =>
    [...parameters].map(([name, tensor]) => ({ name: `${model.school.id}.${name}`, tensor })),
  );
  const gradients = grad(
    g,
    losses.reduce((a, b) => g.add(a, b)),
    entries.map(({ tensor }) => tensor),
  );
  entries.forEach(({ name }, i) => {
    g.output(`d ${name}`, gradients[i]!);
  });

  const fish = schools.flatMap((school) => school.fish);
  const examples = testExamples(data, 10);
  const rows = Int32Array.of(1, 4, 7);
  const batches = fish.map((_, f) => ({ rows, weights: weightsOf(f) }));
  const talk = strengths(plan, 'prediction', fish);
  const agreement = agreementFeeds(data, batches, { examples, length: LENGTH });
  const inputs: Record<string, number[]> = {
    alive: fish.map(() => 1),
    learns: fish.map(() => 1),
    sign: fish.map(() => 1),
    'adjacency.state': [...strengths(plan, 'state', fish)],
    'adjacency.prediction': [...talk],
    'adjacency.proposal': [...strengths(plan, 'proposal', fish)],
    agreement: [...agreement],
  };
  const lessons: { targets: ArrayLike<number>; weights: ArrayLike<number> }[] = [];
  let first = 0;
  for (const school of schools) {
    const own = batches.slice(first, first + school.fish.length);
    first += school.fish.length;
    const feeds = lessonFeeds(school, data, own, { examples, length: LENGTH });
    for (const [name, value] of Object.entries(feeds)) inputs[name] = [...value];
    const [targets, weights] = [feeds[`${school.id}/targets`]!, feeds[`${school.id}/weights`]!];
    const size = targets.length / own.length;
    own.forEach((_, slot) => {
      const part = [slot * size, (slot + 1) * size] as const;
      lessons.push({ targets: targets.subarray(...part), weights: weights.subarray(...part) });
    });
    for (const spec of parameterTensors(plan, school, data)) {
      // Larger than the first values of a run, so that no path is nearly linear; gains and gates are not all alike.
      inputs[spec.name] = school.fish.flatMap((id) =>
        [...spec.initialise(id, 5)].map((value, i) => value * 3 + 0.2 * Math.sin(i + 1)),
      );
    }
  }
  const smoothing = plan.goal.labelSmoothing;
  const total: Checked['total'] = (logProbs, teachers, early) => {
    let sum = 0;
    const share = 1 / (early.length + 1);
    lessons.forEach(({ targets, weights }, i) => {
      const classes = logProbs[i]!.length / targets.length;
      for (let r = 0; r < targets.length; r++) {
        for (let c = 0; c < classes; c++) {
          const truth = (targets[r] === c ? 1 - smoothing : 0) + smoothing / classes;
          let target = truth * weights[r]! * share;
          for (const exit of early) sum -= target * exit[i]![r * classes + c]!;
          lessons.forEach((_, j) => {
            target +=
              talk[i * fish.length + j]! *
              agreement[r % agreement.length]! *
              Math.exp(teachers[j]![r * classes + c]!);
          });
          sum -= target * logProbs[i]![r * classes + c]!;
        }
      }
    });
    return sum;
  };
  return { program: g.build(), inputs, names: entries.map(({ name }) => name), total };
}

/**
 * Largest difference between the gradients and central finite differences in float64, relative to the largest.
 * `of`: which parameters are looked at.
 */
function gradientError(swarm: TestSwarm, of: (name: string) => boolean = () => true): number {
  const { program, inputs, names, total } = checked(swarm);
  type Outputs = Readonly<Record<string, Float64Array>>;
  const said = (outputs: Outputs, what: string): Row[] =>
    swarm.schools.flatMap(({ count }, s) => {
      const all = outputs[`${what} ${s}`]!;
      return Array.from({ length: count }, (_, slot) =>
        all.subarray((slot * all.length) / count, ((slot + 1) * all.length) / count),
      );
    });
  const analytic = evaluate(program, inputs).outputs;
  const teachers = said(analytic, 'logProbs');
  const exits = (swarm.schools[0]?.shape?.exits === true ? swarm.schools[0].shape.layers! : 1) - 1;
  const totalNow = (): number => {
    const { outputs } = evaluate(program, inputs);
    const early = Array.from({ length: exits }, (_, e) => said(outputs, `exit ${e}`));
    return total(said(outputs, 'logProbs'), teachers, early);
  };
  const step = 2e-6;
  let worst = 0;
  let largest = 0;
  for (const name of names.filter(of)) {
    const values = inputs[name]!;
    // Every entry of small tensors, a spread of entries of larger ones.
    const stride = Math.max(1, Math.floor(values.length / 7));
    for (let i = 0; i < values.length; i += stride) {
      const original = values[i]!;
      values[i] = original + step;
      const above = totalNow();
      values[i] = original - step;
      const below = totalNow();
      values[i] = original;
      const numeric = (above - below) / (2 * step);
      const error = Math.abs(numeric - analytic[`d ${name}`]![i]!);
      if (!(error <= worst)) worst = error;
      largest = Math.max(largest, Math.abs(numeric));
    }
  }
  expect(largest).toBeGreaterThan(1e-3);
  return worst / largest;
}

describe('gradients of whole models agree with finite differences in float64', () => {
  it('encoder, two layers, mean pooling; state and prediction links across schools of different width', () => {
    const error = gradientError({
      schools: [
        { count: 2, shape: { layers: 2 } },
        { count: 1, shape: { width: 6, activation: 'relu' } },
      ],
      talk: [
        { family: 'state', from: '1.1', to: '1.2', strength: 0.7 },
        { family: 'state', from: '2.1', to: '1.2' },
        { family: 'state', from: '1.1', to: '2.1', strength: 2 },
        { family: 'prediction', from: '1.1', to: '2.1', strength: 0.5 },
        { family: 'prediction', from: '2.1', to: '1.1' },
        { family: 'prediction', from: '1.2', to: '1.1', strength: 0.3 },
      ],
      labelSmoothing: 0.1,
    });
    expect(error).toBeLessThan(1e-6);
  });

  it('strengths of links that are learned', () => {
    const error = gradientError({
      schools: [{ count: 3 }, { count: 1, shape: { width: 6 } }],
      talk: [
        { family: 'state', from: '1.1', to: '1.2', strength: 0.7, trainable: true },
        { family: 'state', from: '1.3', to: '1.2', trainable: true },
        { family: 'state', from: '1.1', to: '1.3' },
        { family: 'state', from: '2.1', to: '1.3', trainable: true },
        { family: 'state', from: '1.1', to: '2.1', strength: 2, trainable: true },
        { family: 'state', from: '1.2', to: '2.1' },
      ],
    });
    expect(error).toBeLessThan(1e-6);
  });

  it('encoder with rotary positions and attention pooling, and with a classification token', () => {
    const shape = { positional: 'rotary', pooling: 'attention' } as const;
    expect(gradientError({ schools: [{ count: 2, shape }] })).toBeLessThan(1e-6);
    expect(gradientError({ schools: [{ count: 2, shape: { pooling: 'cls' } }] })).toBeLessThan(1e-6);
  });

  it('fish that read the answers of others, which are constants to them', () => {
    const swarm: TestSwarm = {
      schools: [
        { count: 2 },
        { count: 2, shape: { layers: 2 }, proposers: ['1.1', '1.2'] },
        { count: 1, proposers: ['2.1', '2.2', '1.2'] },
      ],
      talk: [
        { family: 'proposal', from: '1.1', to: '2.1' },
        { family: 'proposal', from: '1.2', to: '2.1', strength: 2 },
        { family: 'proposal', from: '1.1', to: '2.2' },
        { family: 'proposal', from: '2.1', to: '3.1' },
        { family: 'proposal', from: '2.2', to: '3.1' },
        { family: 'proposal', from: '1.2', to: '3.1', strength: 0.5 },
      ],
    };
    // What a layer below would have to change for those above is no part of its gradient.
    expect(gradientError(swarm, (name) => name.startsWith('school-3'))).toBeLessThan(1e-6);
    const two = { schools: swarm.schools.slice(0, 2), talk: swarm.talk!.slice(0, 3) };
    expect(gradientError(two, (name) => name.startsWith('school-2'))).toBeLessThan(1e-6);
  });

  it('encoder with early exits, which learn together, and sense others', () => {
    const shape = { exits: true, layers: 3 } as const;
    expect(gradientError({ schools: [{ count: 2, shape }], labelSmoothing: 0.1 })).toBeLessThan(1e-6);
    const linked = gradientError({
      schools: [{ count: 2, shape: { ...shape, layers: 2, pooling: 'attention' } }],
      talk: [{ family: 'state', from: '1.1', to: '1.2' }],
    });
    expect(linked).toBeLessThan(1e-6);
  });

  it('causal decoder, alone and with state and prediction links', () => {
    const task = 'language-modelling';
    expect(gradientError({ task, schools: [{ count: 2, shape: { layers: 2 } }] })).toBeLessThan(1e-6);
    const error = gradientError({
      task,
      schools: [{ count: 2, shape: { positional: 'rotary' } }],
      talk: [
        { family: 'state', from: '1.1', to: '1.2' },
        { family: 'state', from: '1.2', to: '1.1' },
        { family: 'prediction', from: '1.2', to: '1.1', strength: 0.5 },
      ],
    });
    expect(error).toBeLessThan(1e-6);
  });
});
