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

/** The sum of all objectives and its gradient with respect to every parameter tensor, all stacked. */
function lossAndGradients(swarm: TestSwarm): {
  program: Program;
  inputs: Record<string, number[]>;
  names: string[];
} {
  const plan = testPlan(swarm);
  const data = testData(plan);
  const schools = clusterSchools(plan)[0]!;
  const g = new Graph('gradients');
  const cluster = clusterGraph(g, { plan, data, schools, length: LENGTH, drop: (_, x) => x });
  const loss = cluster.learned
    .map(({ objective }) => g.reduceSum(objective, [0]))
    .reduce((a, b) => g.add(a, b));
  g.output('loss', loss);
  const entries = cluster.learners.flatMap(({ model, parameters }) =>
    [...parameters].map(([name, tensor]) => ({ name: `${model.school.id}.${name}`, tensor })),
  );
  const gradients = grad(
    g,
    loss,
    entries.map(({ tensor }) => tensor),
  );
  entries.forEach(({ name }, i) => {
    g.output(`d ${name}`, gradients[i]!);
  });

  const fish = schools.flatMap((school) => school.fish);
  const examples = testExamples(data, 10);
  const rows = Int32Array.of(1, 4, 7);
  const batches = fish.map((_, f) => ({ rows, weights: Float32Array.of(1, f % 2, 0.5) }));
  const inputs: Record<string, number[]> = {
    alive: fish.map(() => 1),
    'adjacency.state': [...strengths(plan, 'state', fish)],
    'adjacency.prediction': [...strengths(plan, 'prediction', fish)],
    agreement: [...agreementFeeds(data, batches, { examples, length: LENGTH })],
  };
  let first = 0;
  for (const school of schools) {
    const own = batches.slice(first, first + school.fish.length);
    first += school.fish.length;
    for (const [name, value] of Object.entries(
      lessonFeeds(school, data, own, { examples, length: LENGTH }),
    )) {
      inputs[name] = [...value];
    }
    for (const spec of parameterTensors(plan, school, data)) {
      // Larger than the first values of a run, so that no path is nearly linear; gains and gates are not all alike.
      inputs[spec.name] = school.fish.flatMap((id) =>
        [...spec.initialise(id, 5)].map((value, i) => value * 3 + 0.2 * Math.sin(i + 1)),
      );
    }
  }
  return { program: g.build(), inputs, names: entries.map(({ name }) => name) };
}

/** Largest difference between the gradients and central finite differences in float64, relative to the largest. */
function gradientError(swarm: TestSwarm): number {
  const { program, inputs, names } = lossAndGradients(swarm);
  const lossAt = (): number => evaluate(program, inputs).outputs.loss![0]!;
  const analytic = evaluate(program, inputs).outputs;
  const step = 2e-6;
  let worst = 0;
  let largest = 0;
  for (const name of names) {
    const values = inputs[name]!;
    // Every entry of small tensors, a spread of entries of larger ones.
    const stride = Math.max(1, Math.floor(values.length / 7));
    for (let i = 0; i < values.length; i += stride) {
      const original = values[i]!;
      values[i] = original + step;
      const above = lossAt();
      values[i] = original - step;
      const below = lossAt();
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

// Teachers are constants to the gradient but move under finite differences: prediction links are checked on their
// own below, with the teachers held still.
describe('gradients of whole models agree with finite differences', () => {
  it('for an encoder with mean pooling, two layers and state links across schools of different width', () => {
    const error = gradientError({
      schools: [
        { count: 2, shape: { layers: 2 } },
        { count: 1, shape: { width: 6, activation: 'relu' } },
      ],
      talk: [
        { family: 'state', from: '1.1', to: '1.2', strength: 0.7 },
        { family: 'state', from: '2.1', to: '1.2' },
        { family: 'state', from: '1.1', to: '2.1', strength: 2 },
      ],
      labelSmoothing: 0.1,
    });
    expect(error).toBeLessThan(1e-6);
  });

  it('for rotary positions with attention pooling, and for a classification token', () => {
    const shape = { positional: 'rotary', pooling: 'attention' } as const;
    expect(gradientError({ schools: [{ count: 2, shape }] })).toBeLessThan(1e-6);
    expect(gradientError({ schools: [{ count: 2, shape: { pooling: 'cls' } }] })).toBeLessThan(1e-6);
  });

  it('for a causal decoder, alone and with state links', () => {
    const task = 'language-modelling';
    expect(gradientError({ task, schools: [{ count: 2, shape: { layers: 2 } }] })).toBeLessThan(1e-6);
    const error = gradientError({
      task,
      schools: [{ count: 2, shape: { positional: 'rotary' } }],
      talk: [
        { family: 'state', from: '1.1', to: '1.2' },
        { family: 'state', from: '1.2', to: '1.1' },
      ],
    });
    expect(error).toBeLessThan(1e-6);
  });
});
