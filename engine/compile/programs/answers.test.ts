import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LinkId } from '#engine/core/brand.ts';
import type { Executor } from '#engine/executors/executor.ts';
import { createExecutor } from '#engine/executors/index.ts';
import type { AggregatorPlan, PredictionSource } from '../plan.ts';
import { TestSession } from './testSession.ts';
import { fishId, nodeId, type TestSwarm, testData, testExamples, testPlan } from './testSwarm.ts';

let onnx: Executor;
beforeAll(async () => {
  onnx = await createExecutor('onnx', { threads: 1 });
});
afterAll(() => onnx.dispose());

const linkId = 'link' as LinkId; // not looked at
const hear = (fish: string, weight = 1): PredictionSource => ({
  kind: 'fish',
  fish: fishId(fish),
  linkId,
  weight,
});
const hearNode = (id: string, weight = 1): PredictionSource => ({
  kind: 'aggregator',
  nodeId: nodeId(id),
  linkId,
  weight,
});
const named = (id: string): { nodeId: AggregatorPlan['nodeId']; name: string } => ({
  nodeId: nodeId(id),
  name: id,
});
const ALL = [hear('1.1'), hear('1.2'), hear('2.1')];
const mean = (id: string, inputs: readonly PredictionSource[], quorum = 1): AggregatorPlan => ({
  ...named(id),
  inputs,
  kind: 'average',
  of: 'probabilities',
  quorum,
});

function session(swarm: Partial<TestSwarm>): TestSession {
  const plan = testPlan({ schools: [{ count: 2 }, { count: 1, shape: { width: 6 } }], ...swarm });
  const data = testData(plan);
  const own = new TestSession(onnx, plan, data, testExamples(data, 16));
  // Fish that disagree.
  for (const { name, role } of own.swarm.tensors) {
    if (role !== 'parameter' || !name.endsWith('.head')) continue;
    const [fish = 1] = own.state.info(name).shape;
    for (let slot = 0; slot < fish; slot++) own.setFishTensor(name, slot, (old) => old.map((x) => x * 60));
  }
  return own;
}

const rowOf = (logProbs: ArrayLike<number>, row: number, classes = 3): number[] =>
  Array.from({ length: classes }, (_, c) => logProbs[row * classes + c]!);
const probabilities = (logProbs: readonly number[]): number[] => logProbs.map(Math.exp);

function expectClose(actual: readonly number[], expected: readonly number[], digits = 5): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, digits);
}

function average(distributions: readonly (readonly number[])[], weights?: readonly number[]): number[] {
  const total = weights?.reduce((a, b) => a + b, 0) ?? distributions.length;
  return distributions[0]!.map((_, c) =>
    distributions.reduce((sum, p, i) => sum + ((weights?.[i] ?? 1) * p[c]!) / total, 0),
  );
}

describe('aggregators', () => {
  it('average probabilities by strength; a dead fish of not-a-numbers is as if it were not there', async () => {
    const own = session({
      aggregators: [
        mean('all', [hear('1.1'), hear('1.2', 3), hear('2.1')]),
        mean('others', [hear('1.1'), hear('2.1')]),
      ],
    });
    const before = await own.evaluate({ rows: [0, 1, 2] });
    const each = before.fish.map((fish) => probabilities(rowOf(fish, 1)));
    expectClose(probabilities(rowOf(before.aggregators.get(nodeId('all'))!, 1)), average(each, [1, 3, 1]));
    own.spoil('school-1', 1, Number.NaN);
    const after = await own.evaluate({ rows: [0, 1, 2], alive: [1, 0, 1] });
    expect(after.aggregators.get(nodeId('all'))).toEqual(after.aggregators.get(nodeId('others')));
    expect(after.aggregators.get(nodeId('others'))).toEqual(before.aggregators.get(nodeId('others')));
    own.dispose();
  });

  it('average logits: a geometric mean', async () => {
    const own = session({
      aggregators: [{ ...named('a'), inputs: ALL, kind: 'average', of: 'logits', quorum: 1 }],
    });
    const answers = await own.evaluate({ rows: [4] });
    const product = [0, 1, 2].map((c) => Math.exp(answers.fish.reduce((sum, fish) => sum + fish[c]! / 3, 0)));
    const total = product.reduce((a, b) => a + b, 0);
    expectClose(
      probabilities(rowOf(answers.aggregators.get(nodeId('a'))!, 0)),
      product.map((p) => p / total),
    );
    own.dispose();
  });

  it('weigh with weights that are inputs; weight 0 leaves a voice out', async () => {
    const own = session({
      aggregators: [{ ...named('w'), inputs: ALL, kind: 'weighted', by: 'hedge', temperature: 1, eta: 1 }],
    });
    const answers = await own.evaluate({ rows: [4], weights: new Map([['w', [0.2, 0, 0.6]]]) });
    const each = answers.fish.map((fish) => probabilities(rowOf(fish, 0)));
    expectClose(probabilities(rowOf(answers.aggregators.get(nodeId('w'))!, 0)), average(each, [0.2, 0, 0.6]));
    const dead = await own.evaluate({
      rows: [4],
      weights: new Map([['w', [0.2, 0, 0.6]]]),
      alive: [1, 1, 0],
    });
    expectClose(rowOf(dead.aggregators.get(nodeId('w'))!, 0), rowOf(dead.fish[0]!, 0), 4);
    own.dispose();
  });

  it('vote: the most strength wins, ties go to the more confident or to the first class', async () => {
    const inputs = [hear('1.1'), hear('1.2'), hear('2.1')];
    const own = session({
      aggregators: [
        { ...named('confidence'), inputs, kind: 'vote', ties: 'confidence' },
        { ...named('first'), inputs, kind: 'vote', ties: 'first' },
        {
          ...named('strong'),
          inputs: [hear('1.1'), hear('1.2', 3), hear('2.1')],
          kind: 'vote',
          ties: 'first',
        },
      ],
    });
    // Fish that say the same of every text: (class, probability) pairs.
    const say = (school: string, slot: number, favourite: number, bias: number): void => {
      own.setFishTensor(`${school}.head`, slot, (old) => old.fill(0));
      own.setFishTensor(`${school}.head.bias`, slot, (old) =>
        old.map((_, c) => (c === favourite ? bias : 0)),
      );
    };
    const winner = async (alive: number[]): Promise<Record<string, number>> => {
      const answers = await own.evaluate({ rows: [0], alive });
      return Object.fromEntries(
        [...answers.aggregators].map(([id, logProbs]) => {
          const p = probabilities(rowOf(logProbs, 0));
          expect(p.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
          return [id, p.indexOf(Math.max(...p))];
        }),
      );
    };
    say('school-1', 0, 0, 1);
    say('school-1', 1, 2, 2);
    say('school-2', 0, 0, 1);
    expect(await winner([1, 1, 1])).toEqual({ confidence: 0, first: 0, strong: 2 });
    expect(await winner([1, 1, 0])).toEqual({ confidence: 2, first: 0, strong: 2 });
    expect(await winner([0, 1, 0])).toEqual({ confidence: 2, first: 2, strong: 2 });
    own.dispose();
  });

  it('nest, and pass over an aggregator without enough living voices', async () => {
    const own = session({
      aggregators: [
        mean('pair', [hear('1.1'), hear('1.2')], 2),
        mean('top', [hearNode('pair'), hear('2.1')]),
        mean('none', [hear('1.1')]),
      ],
    });
    const all = await own.evaluate({ rows: [3] });
    const p = all.fish.map((fish) => probabilities(rowOf(fish, 0)));
    expectClose(
      probabilities(rowOf(all.aggregators.get(nodeId('top'))!, 0)),
      average([average([p[0]!, p[1]!]), p[2]!]),
    );
    const fewer = await own.evaluate({ rows: [3], alive: [0, 1, 1] });
    const uniform = [1 / 3, 1 / 3, 1 / 3];
    expectClose(probabilities(rowOf(fewer.aggregators.get(nodeId('pair'))!, 0)), uniform);
    expectClose(probabilities(rowOf(fewer.aggregators.get(nodeId('none'))!, 0)), uniform);
    expectClose(rowOf(fewer.aggregators.get(nodeId('top'))!, 0), rowOf(fewer.fish[2]!, 0), 4);
    own.dispose();
  });

  it('follow the plan where it lists the fish of a school apart', async () => {
    const plan = testPlan({
      schools: [{ count: 2 }, { count: 1, shape: { width: 6 } }],
      aggregators: [mean('odd', [hear('1.2'), hear('2.1'), hear('1.1')])],
    });
    const apart = { ...plan, fish: [plan.fish[0]!, plan.fish[2]!, plan.fish[1]!] };
    const data = testData(plan);
    const examples = testExamples(data, 4);
    const [a, b] = [
      new TestSession(onnx, plan, data, examples),
      new TestSession(onnx, apart, data, examples),
    ];
    const straight = await a.evaluate({ rows: [0], alive: [1, 0, 1] });
    const mixed = await b.evaluate({ rows: [0], alive: [1, 1, 0] });
    expect(mixed.fish).toEqual([straight.fish[0], straight.fish[2], straight.fish[1]]);
    expect(mixed.aggregators).toEqual(straight.aggregators);
    a.dispose();
    b.dispose();
  });
});

describe('language models', () => {
  const swarm: Partial<TestSwarm> = {
    task: 'language-modelling',
    schools: [
      { count: 2, shape: { context: 8 } },
      { count: 1, shape: { width: 6, context: 8, positional: 'rotary' } },
    ],
    talk: [
      { family: 'state', from: '1.1', to: '1.2' },
      { family: 'state', from: '2.1', to: '1.1' },
    ],
    aggregators: [mean('all', ALL), { ...named('vote'), inputs: ALL, kind: 'vote', ties: 'first' }],
  };

  it('never look ahead: a later token changes nothing before it', async () => {
    const plan = testPlan({ schools: [], ...swarm });
    const data = testData(plan);
    const examples = testExamples(data, 2);
    examples.lengths.fill(8);
    examples.tokens.subarray(8).set(examples.tokens.subarray(0, 8));
    examples.tokens[8 + 5] = examples.tokens[5] === 4 ? 5 : 4;
    const own = new TestSession(onnx, plan, data, examples);
    const { fish, aggregators } = await own.evaluate({ rows: [0, 1] });
    for (const logProbs of [...fish, ...aggregators.values()]) {
      expect(logProbs.slice(8, 8 + 4)).toEqual(logProbs.slice(0, 4)); // predictions of tokens 1 .. 4
      expect(logProbs[8 + 4]).not.toBe(logProbs[4]); // of token 5
      expect(logProbs[7]).toBe(0); // there is no token 8
    }
    own.dispose();
  });

  it('say the log-probability of the true token, the same as the next-token distribution gives', async () => {
    const own = session(swarm);
    const data = own.swarm.data;
    const examples = testExamples(data, 16);
    const row = examples.lengths.findIndex((length) => length >= 5);
    const answers = await own.evaluate({ rows: [row] });
    // The same text, ending after its third token.
    const lengths = examples.lengths.slice();
    lengths[row] = 3;
    const cut = new TestSession(onnx, own.plan, data, { ...examples, lengths });
    for (const { name } of own.swarm.tensors) {
      cut.state.set(name, 'f32', own.state.info(name).shape, own.state.get(name));
    }
    const next = await cut.next({ rows: [row], length: 8 });
    const truth = examples.tokens[row * 8 + 3]!;
    const pairs = [
      ...answers.fish.map((fish, f) => [fish, next.fish[f]!, answers.fishHits[f]!] as const),
      ...[...answers.aggregators].map(
        ([id, all]) => [all, next.aggregators.get(id)!, answers.aggregatorHits.get(id)!] as const,
      ),
    ];
    expect(pairs).toHaveLength(5);
    for (const [all, distribution, hits] of pairs) {
      expect(distribution).toHaveLength(data.vocabSize);
      expect(all[2]).toBeCloseTo(distribution[truth]!, 4);
      expect(distribution.reduce((sum, x) => sum + Math.exp(x), 0)).toBeCloseTo(1, 4);
      expect(hits[2]).toBe(distribution.indexOf(Math.max(...distribution)) === truth ? 1 : 0);
    }
    expect(next.fishHits).toEqual([]);
    own.dispose();
    cut.dispose();
  });
});
