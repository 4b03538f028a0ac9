import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lower } from '#engine/compile/lower.ts';
import { buildSwarm } from '#engine/document/build.testing.ts';
import { serialize } from '#engine/document/serialize.ts';
import { firstState } from './loopState.ts';
import { openTalk } from './openTalk.ts';
import { seriesOf, TestBench } from './testRun.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

const IDS = ['a', 'b', 'c'];
const FISH = { layers: 1, width: 8, heads: 1, feedForward: 16, context: 16, dropout: 0, learningRate: 0.01 };

const swarm = (family: string, keep: number) =>
  buildSwarm(
    {
      data: ['dataset', { examples: 300, validationFraction: 0.2 }],
      part: ['shard', { mode: 'iid', replicas: 1 }],
      ...Object.fromEntries(IDS.map((id) => [id, ['fish', FISH] as const])),
      mean: ['average'],
      goal: ['goal'],
      x: ['organise', { method: 'usefulness', keep, family, connected: false, temperature: 0.01 }],
    },
    [
      'data.examples -> part.examples',
      ...IDS.flatMap((id) => [
        `part.examples -> ${id}.examples`,
        `${id}.prediction -> mean.prediction`,
        `x.control -> ${id}.control`,
      ]),
      'mean.prediction -> goal.prediction',
      ...IDS.flatMap((to) =>
        IDS.flatMap((from) => (from === to ? [] : [`${from}.${family} -> ${to}.${family}`])),
      ),
    ],
    { run: { rounds: 3, local: { unit: 'steps', amount: 6 }, batchSize: 16, seed: 5 } },
  );

describe('links between fish under an organiser (R45)', () => {
  it('carry their strength times how far they are open; closed ones nothing', () => {
    const plan = lower(swarm('prediction', 1));
    const state = firstState(plan);
    expect(openTalk(plan, state)).toBe(plan.talk);
    state.gates = { prediction: { a: { b: 0.5, c: 0 } }, weights: { b: { a: 0 } } };
    const links = openTalk(plan, state).map(({ from, to, strength }) => `${from}>${to} ${strength}`);
    expect(links.toSorted()).toEqual(['a>b 1', 'a>c 1', 'b>a 0.5', 'b>c 1', 'c>b 1']);
  });

  it.each(['prediction', 'weights'] as const)(
    'by %s: what is closed in a round changes the training of the next',
    async (family) => {
      const [few, all] = await Promise.all([1, 0].map((keep) => bench.run(serialize(swarm(family, keep)))));
      const losses = (events: NonNullable<typeof few>['events'], round: number) =>
        IDS.map((id) => seriesOf(events, `fish/${id}/loss`).get(round));
      expect(losses(few!.events, 1)).toEqual(losses(all!.events, 1));
      expect(losses(few!.events, 2)).not.toEqual(losses(all!.events, 2));
    },
  );
});
