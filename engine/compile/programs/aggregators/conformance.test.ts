import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LinkId } from '#engine/core/brand.ts';
import { randomStream } from '#engine/core/random.ts';
import type { Executor } from '#engine/executors/executor.ts';
import { createExecutor } from '#engine/executors/index.ts';
import type { AggregatorPlan, PredictionSource } from '../../plan.ts';
import { TestSession } from '../testSession.ts';
import { fishId, nodeId, testData, testExamples, testPlan } from '../testSwarm.ts';
import { aggregatorTensor } from './tensors.ts';

// What every aggregator does alike, whatever it decides: rules R30 to R34 of docs/spec/run.md.

let executors: readonly Executor[];
beforeAll(async () => {
  executors = [await createExecutor('onnx', { threads: 1 }), await createExecutor('tfjs')];
});
afterAll(() => {
  for (const executor of executors) executor.dispose();
});

type Rules = AggregatorPlan extends infer Plan
  ? Plan extends AggregatorPlan
    ? Omit<Plan, 'nodeId' | 'name' | 'inputs'>
    : never
  : never;

const learnedGate = {
  kind: 'gate',
  mode: 'learned',
  width: 3,
  noise: true,
  balance: 0.1,
  ridge: 0.01,
  learningRate: 0.1,
  steps: 1,
} as const;
const RULES: Readonly<Record<string, Rules>> = {
  'average of probabilities': { kind: 'average', of: 'probabilities', quorum: 1 },
  'average of logits': { kind: 'average', of: 'logits', quorum: 1 },
  weighted: { kind: 'weighted', by: 'validation', temperature: 0.1, eta: 1 },
  'vote, ties by confidence': { kind: 'vote', ties: 'confidence' },
  'vote, ties to the first': { kind: 'vote', ties: 'first' },
  median: { kind: 'robust', by: 'median', trim: 0.25, liars: 1 },
  'trimmed mean': { kind: 'robust', by: 'trimmed', trim: 0.25, liars: 1 },
  'geometric median': { kind: 'robust', by: 'geometric', trim: 0.25, liars: 1 },
  krum: { kind: 'robust', by: 'krum', trim: 0.25, liars: 1 },
  'multi-krum': { kind: 'robust', by: 'multi-krum', trim: 0.25, liars: 1 },
  stacking: { kind: 'stacking', ridge: 0.01, learningRate: 0.1, steps: 1 },
  'adaptive gate': { kind: 'gate', mode: 'adaptive', eta: 4, alpha: 0.05 },
  'gate to one expert': { ...learnedGate, top: 1 },
  'gate to two experts': { ...learnedGate, top: 2 },
  'gate to all experts': { ...learnedGate, top: 9 },
  cascade: { kind: 'cascade', threshold: 0.6, calibrate: true },
};

const FISH = ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3'];
const CLASSES = 4;
const ROWS = [0, 1, 2, 3, 4, 5, 6, 7];
const ID = nodeId('answer');
const NONE = new Array<number>(CLASSES).fill(1 / CLASSES);

const hear = (fish: string): PredictionSource => ({
  kind: 'fish',
  fish: fishId(fish),
  linkId: 'link' as LinkId, // not looked at
  weight: 1,
});

interface Options {
  readonly order?: readonly string[];
  readonly executor?: number;
}

/** Six fish of two sizes that disagree and are rather sure, and one aggregator of all of them that has learnt something. */
function session(rules: Rules, { order = FISH, executor = 0 }: Options = {}): TestSession {
  const aggregator: AggregatorPlan = { ...rules, nodeId: ID, name: 'answer', inputs: order.map(hear) };
  const plan = testPlan({
    schools: [{ count: 3 }, { count: 3, shape: { width: 8, feedForward: 16 } }],
    aggregators: [aggregator],
  });
  const data = testData(plan, { classes: CLASSES });
  const own = new TestSession(executors[executor]!, plan, data, testExamples(data, 16));
  for (const { name, role } of own.swarm.tensors) {
    if (role !== 'parameter' || !name.endsWith('.head')) continue;
    for (let slot = 0; slot < 3; slot++) own.setFishTensor(name, slot, (old) => old.map((x) => x * 40));
  }
  for (const { name, shape } of own.swarm.aggregatorTensors) {
    if (/\/threshold$/.test(name)) continue;
    const values = randomStream(5, name).fillNormal(Float32Array.from(own.state.get(name)), 0, 1);
    own.state.set(
      name,
      'f32',
      shape,
      name.includes('/temperature/') ? values.map((x) => Math.exp(x / 4)) : values,
    );
  }
  return own;
}

/** The class probabilities of every row. */
async function answers(
  own: TestSession,
  alive: readonly number[] = FISH.map(() => 1),
  weights: readonly number[] = FISH.map(() => 1),
): Promise<number[][]> {
  const { aggregators } = await own.evaluate({ rows: ROWS, alive, weights: new Map([[ID, weights]]) });
  const logProbs = aggregators.get(ID)!;
  return ROWS.map((row) => Array.from({ length: CLASSES }, (_, c) => Math.exp(logProbs[row * CLASSES + c]!)));
}

async function fishAnswers(own: TestSession, fish: number): Promise<number[][]> {
  const logProbs = (await own.evaluate({ rows: ROWS })).fish[fish]!;
  return ROWS.map((row) => Array.from({ length: CLASSES }, (_, c) => Math.exp(logProbs[row * CLASSES + c]!)));
}

function expectSame(actual: readonly number[][], expected: readonly number[][], digits = 4): void {
  actual.forEach((row, r) => {
    row.forEach((p, c) => {
      expect(p, `row ${r}, class ${c}`).toBeCloseTo(expected[r]![c]!, digits);
    });
  });
}

const argMax = (row: readonly number[]): number => row.indexOf(Math.max(...row));

describe.each(Object.entries(RULES))('%s', (name, rules) => {
  it('gives probabilities, also where fish are dead or say no numbers', async () => {
    const own = session(rules);
    const mask = [1, 0, 1, 1, 0, 1];
    for (const alive of [undefined, mask]) {
      for (const row of await answers(own, alive)) {
        expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 4);
        for (const p of row) expect(p).toBeGreaterThanOrEqual(0);
      }
    }
    own.dispose();
  });

  it('does not care in which order the fish are linked', async () => {
    const own = session(rules);
    const order = ['2.2', '1.3', '2.1', '1.1', '2.3', '1.2'];
    const other = session(rules, { order });
    expectSame(await answers(other), await answers(own));
    const alive = [1, 1, 0, 1, 0, 1];
    expectSame(await answers(other, alive), await answers(own, alive));
    own.dispose();
    other.dispose();
  });

  it('hears neither the dead nor those of weight 0, whatever they hold', async () => {
    const own = session(rules);
    const alive = [1, 0, 1, 1, 1, 0];
    const before = await answers(own, alive);
    expectSame(await answers(own, undefined, alive), before, 6);
    own.spoil('school-1', 1, Number.NaN);
    own.spoil('school-2', 2, 1e30);
    expect(await answers(own, alive)).toEqual(before);
    own.dispose();
  });

  it('takes a live fish that says no numbers for a dead one', async () => {
    const own = session(rules);
    const alive = [1, 1, 1, 0, 1, 1];
    const without = await answers(own, alive);
    own.spoil('school-2', 0, Number.NaN);
    expectSame(await answers(own), without, 6);
    own.dispose();
  });

  it('with one fish says what it says; without one says nothing', async () => {
    const own = session(rules);
    const alone = await answers(own, [0, 0, 0, 0, 1, 0]);
    const fish = await fishAnswers(own, 4);
    // Stacking has learnt a map of classes; a cascade tells calibrated probabilities, a vote doubts a little.
    if (rules.kind !== 'stacking') expect(alone.map(argMax)).toEqual(fish.map(argMax));
    if (!['stacking', 'cascade', 'vote'].includes(rules.kind)) expectSame(alone, fish);
    expectSame(
      await answers(own, [0, 0, 0, 0, 0, 0]),
      ROWS.map(() => NONE),
      6,
    );
    own.dispose();
  });

  it('with fish that all say the same says it too', async () => {
    const own = session(rules);
    for (const school of ['school-1', 'school-2']) {
      for (let slot = 0; slot < 3; slot++) {
        own.setFishTensor(`${school}.head`, slot, (old) => old.fill(0));
        own.setFishTensor(`${school}.head.bias`, slot, (old) => old.map((_, c) => (c === 2 ? 2 : 0)));
      }
    }
    const same = await fishAnswers(own, 0);
    const got = await answers(own);
    if (rules.kind === 'stacking') {
      for (const row of got) expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 4);
    } else {
      expect(got.map(argMax)).toEqual(ROWS.map(() => 2));
      if (!['cascade', 'vote'].includes(rules.kind)) expectSame(got, same, 3);
    }
    own.dispose();
  });

  it('answers alike on both executors', async () => {
    const own = session(rules);
    const other = session(rules, { executor: 1 });
    const alive = [1, 1, 0, 1, 1, 1];
    expectSame(await answers(other, alive), await answers(own, alive));
    own.dispose();
    other.dispose();
  });

  it('if it decides text by text, gives each living fish a part, and all parts sum to 1', async () => {
    const own = session(rules);
    const alive = [1, 1, 0, 1, 1, 1];
    const parts = (await own.evaluate({ rows: ROWS, alive })).parts.get(ID);
    const decides = ['gate to', 'krum', 'multi-krum', 'cascade'].some((start) => name.startsWith(start));
    expect(parts !== undefined).toBe(decides);
    if (parts === undefined) return;
    for (const row of ROWS) {
      const own = [...parts.subarray(row * FISH.length, (row + 1) * FISH.length)];
      expect(own.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
      expect(own[2]).toBe(0);
    }
    own.dispose();
  });
});

describe('liars', () => {
  const say = (own: TestSession, fish: number, favourite: number, bias: number): void => {
    const school = `school-${fish < 3 ? 1 : 2}`;
    own.setFishTensor(`${school}.head`, fish % 3, (old) => old.fill(0));
    own.setFishTensor(`${school}.head.bias`, fish % 3, (old) =>
      old.map((_, c) => (c === favourite ? bias : 0)),
    );
  };

  it.each(['median', 'trimmed mean', 'geometric median', 'krum', 'multi-krum'])(
    'two of six that are very sure of a wrong class move an average, and not the %s',
    async (name) => {
      const rules = RULES[name]!;
      const answerOf = async (own: TestSession): Promise<number> => {
        [0, 1, 2, 3].forEach((fish) => {
          say(own, fish, 1, 0.8 + 0.05 * fish);
        });
        say(own, 4, 3, 30);
        say(own, 5, 3, 30);
        const [row] = await answers(own);
        own.dispose();
        return argMax(row!);
      };
      expect(await answerOf(session(RULES['average of logits']!))).toBe(3);
      const strong = rules.kind === 'robust' ? { ...rules, trim: 0.34, liars: 1 } : rules;
      expect(await answerOf(session(strong))).toBe(1);
    },
  );
});

describe('a cascade', () => {
  it('asks the cheapest first, goes up where it is not sure, and tells who answered', async () => {
    const own = session({ kind: 'cascade', threshold: 0.6, calibrate: true });
    const levels = own.swarm.levels.get(ID)!;
    expect(levels.map(({ input }) => FISH[input])).toEqual(FISH); // equal costs by id
    expect(levels.map(({ cost }) => cost)).toEqual([...levels.map(({ cost }) => cost)].sort());
    expect(levels.at(-1)!.cost).toBe(1);
    expect(levels[0]!.cost).toBeLessThan(0.7);
    const threshold = async (value: number): Promise<string[]> => {
      own.state.set(aggregatorTensor(ID, 'threshold'), 'f32', [1], Float32Array.of(value));
      const parts = (await own.evaluate({ rows: ROWS, alive: [1, 1, 1, 1, 1, 0] })).parts.get(ID)!;
      return ROWS.map((row) => FISH[parts.subarray(row * 6, row * 6 + 6).indexOf(1)]!);
    };
    expect(await threshold(0)).toEqual(ROWS.map(() => '1.1'));
    // The deepest is dead: the next takes over, and nothing is unanswered.
    expect(await threshold(1.01)).toEqual(ROWS.map(() => '2.2'));
    expect(new Set(await threshold(0.6)).size).toBeGreaterThan(1);
    own.dispose();
  });
});

describe('aggregators that hear aggregators', () => {
  const inner = nodeId('inner');
  const nested = (rules: Rules): TestSession => {
    const source: PredictionSource = {
      kind: 'aggregator',
      nodeId: inner,
      linkId: 'link' as LinkId, // not looked at
      weight: 1,
    };
    const plan = testPlan({
      schools: [{ count: 3 }, { count: 3, shape: { width: 8, feedForward: 16 } }],
      aggregators: [
        {
          kind: 'average',
          of: 'probabilities',
          quorum: 2,
          nodeId: inner,
          name: 'inner',
          inputs: FISH.slice(3).map(hear),
        },
        { ...rules, nodeId: ID, name: 'answer', inputs: [source, hear('1.1')] },
      ],
    });
    const data = testData(plan, { classes: CLASSES });
    return new TestSession(executors[0]!, plan, data, testExamples(data, 16));
  };

  it('a cascade puts a group of fish above a single one, and counts all of them', async () => {
    const own = nested({ kind: 'cascade', threshold: 1, calibrate: true });
    const levels = own.swarm.levels.get(ID)!;
    expect(levels.map(({ input }) => input)).toEqual([1, 0]);
    // Three larger fish against a small one.
    expect(levels[0]!.cost).toBeLessThan(1 / 3);
    const parts = async (alive: readonly number[]) => [
      ...(await own.evaluate({ rows: [0], alive })).parts.get(ID)!.subarray(0, 2),
    ];
    expect(await parts([1, 1, 1, 1, 1, 1])).toEqual([1, 0]);
    // Below its quorum the group does not answer, and the single fish takes over.
    expect(await parts([1, 1, 1, 0, 0, 1])).toEqual([0, 1]);
    own.dispose();
  });

  it.each(Object.entries(RULES))('%s falls back to the fish when the group refuses', async (_, rules) => {
    const own = nested(rules);
    const alive = [1, 0, 0, 1, 0, 0];
    const got = (await own.evaluate({ rows: ROWS, alive })).aggregators.get(ID)!;
    const fish = (await own.evaluate({ rows: ROWS, alive })).fish[0]!;
    for (const row of ROWS) {
      const of = (values: Float32Array) => [...values.subarray(row * CLASSES, (row + 1) * CLASSES)];
      expect(of(got).reduce((sum, x) => sum + Math.exp(x), 0)).toBeCloseTo(1, 4);
      expect(argMax(of(got))).toBe(argMax(of(fish)));
    }
    own.dispose();
  });
});
