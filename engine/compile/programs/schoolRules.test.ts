import { describe, expect, it } from 'vitest';
import { Graph } from '#engine/tensor/builder.ts';
import { grad } from '#engine/tensor/grad.ts';
import { evaluate } from '#engine/tensor/reference.ts';
import type { SchoolRules } from '../plan.ts';
import { clusterGraph } from './clusterGraph.ts';
import { clusterSchools } from './clusters.ts';
import { ruleFeeds } from './ruleFeeds.ts';
import { parameterTensors } from './tensors.ts';
import { type TestSwarm, testData, testExamples, testPlan } from './testSwarm.ts';
import { lessonFeeds } from './trainFeeds.ts';

const LENGTH = 5;
const NONE: SchoolRules = { alignment: 0, cohesion: 0, separation: 0, zones: null };

/** A school of three whose rows are [own, another's, padding] in different ways. */
function school(rules: SchoolRules, options: Partial<TestSwarm> = {}, alive = [1, 1, 1]) {
  const plan = testPlan({ schools: [{ count: 3, rules }], ...options });
  const data = testData(plan);
  const [schools] = clusterSchools(plan);
  const [one] = schools!;
  const g = new Graph('rules');
  const cluster = clusterGraph(g, { plan, data, schools: schools!, length: LENGTH, drop: (_, x) => x });
  const { objective, logProbs } = cluster.learned[0]!;
  g.output('objective', objective);
  g.output('logProbs', logProbs);
  const parameters = [...cluster.learners[0]!.parameters];
  const gradients = grad(
    g,
    g.reduceSum(objective, [0]),
    parameters.map(([, tensor]) => tensor),
  );
  parameters.forEach(([name], i) => {
    g.output(`d ${name}`, gradients[i]!);
  });
  const examples = testExamples(data, 10);
  const rows = Int32Array.of(1, 4, 7);
  const batches = [
    [1, 0, 0],
    [0, 1, 0],
    [1, 1, 0],
  ].map((weights) => ({ rows, weights: Float32Array.from(weights) }));
  const living = Uint8Array.from(alive);
  const shoal = { fish: one!.fish, alive: [...living].map((is) => is === 1) };
  const step = { examples, length: LENGTH, batches, all: batches, shoal };
  const inputs: Record<string, number[]> = { alive, learns: alive, sign: [1, 1, 1] };
  const feed = (own: SchoolRules): void => {
    for (const [name, value] of Object.entries(ruleFeeds(one!, data, { ...step, rules: [own, own, own] })))
      inputs[name] = [...value];
  };
  for (const [name, value] of Object.entries(lessonFeeds(one!, data, batches, step)))
    inputs[name] = [...value];
  for (const spec of parameterTensors(plan, one!, data)) {
    inputs[spec.name] = one!.fish.flatMap((id) =>
      [...spec.initialise(id, 5)].map((value, i) => value * 3 + 0.2 * Math.sin(i + 1)),
    );
  }
  feed(rules);
  const program = g.build();
  const run = () => evaluate(program, inputs).outputs;
  return { inputs, run, feed, names: parameters.map(([name]) => name), prefix: `${one!.id}.` };
}

/** Largest difference of each fish's gradient and central differences of its own objective, mates held. */
function worst(rules: SchoolRules, options: Partial<TestSwarm> = {}): number {
  const { inputs, run, names, prefix } = school(rules, options);
  const analytic = run();
  const step = 2e-6;
  let error = 0;
  let largest = 0;
  for (const name of names) {
    const values = inputs[`${prefix}${name}`]!;
    const size = values.length / 3;
    for (let i = 0; i < values.length; i += Math.max(1, Math.floor(values.length / 9))) {
      const fish = Math.floor(i / size);
      const at = (value: number): number => {
        const original = values[i]!;
        values[i] = value;
        const objective = run().objective![fish]!;
        values[i] = original;
        return objective;
      };
      const numeric = (at(values[i]! + step) - at(values[i]! - step)) / (2 * step);
      error = Math.max(error, Math.abs(numeric - analytic[`d ${name}`]![i]!));
      largest = Math.max(largest, Math.abs(numeric));
    }
  }
  expect(largest).toBeGreaterThan(1e-3);
  return error / largest;
}

describe('rules of schooling', () => {
  it.each([
    ['alignment', { ...NONE, alignment: 2 }],
    ['cohesion', { ...NONE, cohesion: 3 }],
    ['separation', { ...NONE, separation: 1.5 }],
    ['all three', { alignment: 1, cohesion: 0.5, separation: 0.7, zones: null }],
  ])('%s: gradients agree with finite differences in float64', (_, rules) => {
    expect(worst(rules)).toBeLessThan(1e-6);
  });

  it('and in a causal decoder', () => {
    const rules = { alignment: 1, cohesion: 0.5, separation: 0.7, zones: null };
    expect(worst(rules, { task: 'language-modelling' })).toBeLessThan(1e-6);
  });

  it('are inputs: one program follows them or not', () => {
    const rules = { alignment: 1, cohesion: 1, separation: 1, zones: null };
    const swarm = school(rules);
    const schooling = [...swarm.run().objective!];
    swarm.feed(NONE);
    const plain = [...swarm.run().objective!];
    expect(schooling).not.toEqual(plain);
    // The first fish owns row 0 alone: its plain objective is the cross-entropy of that row.
    const { logProbs } = swarm.run();
    const target = swarm.inputs[`${swarm.prefix.slice(0, -1)}/targets`]![0]!;
    expect(plain[0]).toBeCloseTo(-logProbs![target]!, 10);
  });

  it('alignment teaches on rows that are not its own, separation on those that are', () => {
    const terms = (rules: SchoolRules): number[] => {
      const swarm = school(rules);
      const all = [...swarm.run().objective!];
      swarm.feed(NONE);
      const plain = swarm.run().objective!;
      return all.map((value, i) => value - plain[i]!);
    };
    const { run } = school(NONE);
    const p = (fish: number, row: number): number[] =>
      [0, 1, 2].map((c) => Math.exp(run().logProbs![(fish * 3 + row) * 3 + c]!));
    const mean = (a: number[], b: number[]): number[] => a.map((x, c) => (x + b[c]!) / 2);
    const q = mean(p(1, 1), p(2, 1));
    const taught = -q.reduce((sum, x, c) => sum + x * Math.log(p(0, 1)[c]!), 0);
    expect(terms({ ...NONE, alignment: 2 })[0]).toBeCloseTo(2 * taught, 10);
    // (p_i - pbar) . sum_{j != i} (p_j - pbar), straight from the paper
    const all = [0, 1, 2].map((fish) => p(fish, 0));
    const pbar = [0, 1, 2].map((c) => all.reduce((sum, own) => sum + own[c]! / 3, 0));
    const others = pbar.map((x, c) => all[1]![c]! + all[2]![c]! - 2 * x);
    const penalty = others.reduce((sum, x, c) => sum + x * (all[0]![c]! - pbar[c]!), 0);
    expect(terms({ ...NONE, separation: 1 })[0]).toBeCloseTo(penalty, 7);
  });

  it.each([
    ['separation from the nearest', { repulsion: 1, orientation: 1, attraction: 1 }, 'separation'],
    ['alignment with others', { repulsion: 0, orientation: 1, attraction: 1 }, 'alignment'],
    ['cohesion with the farther', { repulsion: 0, orientation: 0, attraction: 1 }, 'cohesion'],
    ['nothing beyond', { repulsion: 0, orientation: 0, attraction: 0 }, null],
  ] as const)('zones: %s (Couzin 2002)', (_, radii, acts) => {
    const all = { alignment: 2, cohesion: 3, separation: 0.7 };
    const zoned = school({ ...all, zones: radii }).run().objective!;
    const one = school({ ...NONE, ...(acts === null ? {} : { [acts]: all[acts] }) }).run().objective!;
    [0, 1, 2].forEach((i) => {
      expect(zoned[i]).toBeCloseTo(one[i]!, 10);
    });
  });

  it('zones: gradients agree with finite differences, and mates are sorted by the distance of predictions', () => {
    const { run } = school(NONE);
    const p = run().logProbs!.map(Math.exp);
    // All three rows of the batch that are some fish's: the first two.
    const distance = (i: number, j: number): number => {
      let sum = 0;
      for (let row = 0; row < 2; row++)
        for (let c = 0; c < 3; c++) sum += (p[(i * 3 + row) * 3 + c]! - p[(j * 3 + row) * 3 + c]!) ** 2 / 4;
      return Math.sqrt(sum);
    };
    const [near, far] = [distance(0, 1), distance(0, 2)].toSorted((a, b) => a - b);
    expect(far! - near!).toBeGreaterThan(1e-4);
    const between = (near! + far!) / 2;
    const radii = { repulsion: 0, orientation: between, attraction: 1 };
    const rules: SchoolRules = { alignment: 1, cohesion: 2, separation: 1, zones: radii };
    expect(worst(rules)).toBeLessThan(1e-6);
    const both = school(rules).run().objective![0]!;
    const only = (own: SchoolRules) => school(own).run().objective![0]! - school(NONE).run().objective![0]!;
    const aligned = only({ ...rules, cohesion: 0 });
    const drawn = only({ ...rules, alignment: 0 });
    expect(aligned).toBeGreaterThan(0);
    expect(drawn).toBeGreaterThan(0);
    expect(both - school(NONE).run().objective![0]!).toBeCloseTo(aligned + drawn, 10);
    // One mate within the first zone, and nothing but separation acts.
    const crowded = { repulsion: between, orientation: 1, attraction: 1 };
    expect(only({ ...rules, zones: crowded })).toBeLessThan(0);
  });

  it('the dead are no mates, and a fish without mates follows no rule', () => {
    const rules = { alignment: 1, cohesion: 1, separation: 1, zones: null };
    const two = school(rules, {}, [1, 1, 0]);
    const before = [...two.run().objective!];
    for (const [name, values] of Object.entries(two.inputs)) {
      if (name.startsWith(two.prefix)) values.fill(Number.NaN, (values.length * 2) / 3);
    }
    expect([...two.run().objective!]).toEqual(before);
    expect(before[2]).toBe(0);
    const alone = school(rules, {}, [1, 0, 0]);
    const plain = school(NONE, {}, [1, 0, 0]);
    expect(alone.run().objective![0]).toBeCloseTo(plain.run().objective![0]!, 12);
  });
});

describe('the ambiguity decomposition (Krogh & Vedelsby 1995)', () => {
  it('Brier(ensemble) = mean Brier - ambiguity, exactly', () => {
    const { run } = school(NONE);
    const { logProbs } = run();
    const p = (fish: number, row: number, c: number): number =>
      Math.exp(logProbs![(fish * 3 + row) * 3 + c]!);
    const indices = [0, 1, 2];
    for (const row of indices) {
      const truth = row;
      const bar = indices.map((c) => indices.reduce((sum, fish) => sum + p(fish, row, c) / 3, 0));
      const brier = (own: readonly number[]): number =>
        own.reduce((sum, x, c) => sum + (x - (c === truth ? 1 : 0)) ** 2, 0);
      const of = (fish: number): number[] => indices.map((c) => p(fish, row, c));
      const mean = indices.reduce((sum, fish) => sum + brier(of(fish)) / 3, 0);
      const ambiguity = indices.reduce(
        (sum, fish) => sum + of(fish).reduce((s, x, c) => s + (x - bar[c]!) ** 2, 0) / 3,
        0,
      );
      expect(ambiguity).toBeGreaterThan(1e-4);
      expect(brier(bar)).toBeCloseTo(mean - ambiguity, 12);
    }
  });
});
