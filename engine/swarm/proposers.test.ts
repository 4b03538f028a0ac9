import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lower } from '#engine/compile/lower.ts';
import type { FishId } from '#engine/core/brand.ts';
import { buildSwarm } from '#engine/document/build.testing.ts';
import { serialize } from '#engine/document/serialize.ts';
import { validate } from '#engine/validate/validate.ts';
import { predictRun } from './predictor.ts';
import { seriesOf, TestBench, training } from './testRun.ts';

// Layers of fish that read the answers of the layer below: rule R81 of docs/spec/run.md.

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

const FISH = {
  layers: 1,
  width: 16,
  heads: 2,
  feedForward: 32,
  context: 24,
  dropout: 0.1,
  learningRate: 0.01,
};

/** Three fish, two that read them, an average of the two. */
const layers = (rounds: number, more: readonly string[] = []) =>
  buildSwarm(
    {
      data: ['dataset', { task: 'sentiment', examples: 600, validationFraction: 0.2 }],
      part: ['shard'],
      first: ['fish', { ...FISH, count: 3 }],
      second: ['fish', { ...FISH, count: 2 }],
      answer: ['average'],
      goal: ['goal'],
    },
    [
      'data.examples -> part.examples',
      'part.examples -> first.examples',
      'part.examples -> second.examples',
      'first.prediction -> second.proposals',
      'second.prediction -> answer.prediction',
      'answer.prediction -> goal.prediction',
      ...more,
    ],
    { run: { rounds, local: { unit: 'steps', amount: 20 }, batchSize: 32, checkpointEvery: 2 } },
  );

describe('layers of proposers (R81)', () => {
  it('stand in schools by what they read, and learn from a common batch in the order of the layers', () => {
    const plan = lower(layers(1));
    expect(plan.schools.map(({ fish }) => fish)).toEqual([
      ['first:1', 'first:2', 'first:3'],
      ['second:1', 'second:2'],
    ]);
    expect(plan.fish[3]!.proposers).toEqual(['first:1', 'first:2', 'first:3']);
    expect(plan.talk.filter(({ family }) => family === 'proposal')).toHaveLength(6);
  });

  it('answer well, say what they read, and go on after a death', async () => {
    let asked = false;
    const { events, handle } = await bench.run(serialize(layers(5)), {
      watch: ({ type, round }) => {
        if (asked || type !== 'metrics' || round !== 4) return undefined;
        asked = true;
        return { type: 'kill-fish', fish: 'first:1' as FishId }; // a fish of the document above
      },
    });
    expect(seriesOf(events, 'swarm/accuracy').get(5)).toBeGreaterThan(0.75);
    const [said] = await predictRun(handle, bench.executor, ['a wonderful day']);
    const reader = said!.fish.find(({ id }) => id === 'second:1');
    expect(reader!.reads).toEqual([
      { source: 'first:2', weight: 1 },
      { source: 'first:3', weight: 1 },
    ]);
    expect(said!.fish[1]!.reads).toEqual([]);
  });

  it('go on after a stop bit for bit (R17)', async () => {
    const document = serialize(layers(4));
    const whole = await bench.run(document);
    const resumed = await bench.stopAndResume(document, 3);
    expect(training(resumed.handle.events(0, 100_000))).toEqual(training(whole.handle.events(0, 100_000)));
    expect(resumed.handle.readCheckpoint()).toEqual(whole.handle.readCheckpoint());
  });

  it('may not go round', () => {
    const problems = validate(layers(1, ['second.prediction -> first.proposals']));
    expect(problems.map(({ code }) => code)).toContain('cycle');
  });
});
