import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '#engine/protocol/events.ts';
import { seriesOf, TestBench, type TestDocument, testDocument, training } from '../testRun.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

type Params = Readonly<Record<string, unknown>>;

/** The test document with a supervisor over its fish. */
function supervised(params: Params, options: TestDocument): string {
  const document = JSON.parse(testDocument(options));
  document.nodes.watch = { kind: 'supervise', position: { x: 0, y: 0 }, params };
  for (const id of Object.keys(document.nodes).filter((node) => document.nodes[node].kind === 'fish')) {
    document.links[`watch-${id}`] = {
      from: { node: 'watch', port: 'control' },
      to: { node: id, port: 'control' },
      params: {},
    };
  }
  return JSON.stringify(document);
}

const takeovers = (events: readonly RunEvent[]) =>
  events.flatMap((event) =>
    event.type === 'takeover'
      ? [{ round: event.round, fish: event.fish, to: event.to, message: event.message }]
      : [],
  );
const of = (events: readonly RunEvent[], id: string, metric: string) =>
  seriesOf(events, `fish/${id}/${metric}`);

describe('a supervisor (R64)', () => {
  it('has neighbours learn from the share of a fish that stopped, and gives it back', async () => {
    // Parts by class: two fish of three know one class each.
    const options: TestDocument = {
      dataset: { task: 'topics', examples: 800 },
      shard: { mode: 'label' },
      fish: { count: 4 },
      faults: [{ fish: [1], round: 3, returnRound: 9 }],
      run: { rounds: 10, local: { unit: 'steps', amount: 20 } },
    };
    const alone = await bench.run(testDocument(options));
    const { events } = await bench.run(supervised({ policy: 'neighbours' }, options));
    expect(takeovers(events)).toEqual([
      {
        round: 3,
        fish: 'fish:1',
        to: ['fish:2', 'fish:3', 'fish:4'],
        message: 'fish 1 did not finish round 3; its share went to fish 2, fish 3 and fish 4.',
      },
      {
        round: 9,
        fish: 'fish:1',
        to: [],
        message: 'fish 1 is back at round 9 and has its share again.',
      },
    ]);
    const swarm = (all: readonly RunEvent[]) => seriesOf(all, 'swarm/accuracy').get(8)!;
    expect(swarm(events)).toBeGreaterThan(swarm(alone.events) + 0.05);
    expect(of(events, 'fish:1', 'loss').get(10)).toBeGreaterThan(0);
  });

  it('prefers the fish that are linked with it', async () => {
    const document = JSON.parse(
      supervised(
        { policy: 'neighbours' },
        {
          talk: { family: 'prediction' },
          faults: [{ fish: [1], round: 2 }],
          run: { rounds: 3, local: { unit: 'steps', amount: 2 } },
        },
      ),
    );
    for (const id of ['fish-1-fish-3', 'fish-3-fish-1']) delete document.links[id];
    const { events } = await bench.run(JSON.stringify(document));
    expect(takeovers(events).map(({ to }) => to)).toEqual([['fish-2']]);
  });

  it('wakes a spare with the weights of the best live fish', async () => {
    const { events } = await bench.run(
      supervised(
        { policy: 'spare', spares: 1 },
        {
          fish: { count: 4 },
          faults: [{ fish: [2], round: 4, returnRound: 6 }],
          run: { rounds: 7 },
        },
      ),
    );
    const live = seriesOf(events, 'swarm/liveFish');
    expect([live.get(3), live.get(4), live.get(5), live.get(6)]).toEqual([3, 3, 3, 3]);
    const [stopped, back] = takeovers(events);
    expect(stopped).toMatchObject({ round: 4, fish: 'fish:2', to: ['fish:4'] });
    expect(stopped?.message).toMatch(
      /fish 2 did not finish round 4; fish 4 took its place with the weights of fish [13]\./,
    );
    expect(back).toMatchObject({ round: 6, fish: 'fish:2', to: [] });
    const spare = of(events, 'fish:4', 'accuracy');
    expect([...spare.keys()]).toEqual([4, 5]);
    expect(spare.get(4)).toBeGreaterThan(0.65);
  });

  it('restarts a fish from its last good weights', async () => {
    const { events } = await bench.run(
      supervised({ policy: 'restart' }, { faults: [{ fish: [1], round: 5 }], run: { rounds: 7 } }),
    );
    expect(takeovers(events)).toMatchObject([
      { round: 5, message: 'fish 1 did not finish round 5; it was restarted from its last good weights.' },
    ]);
    expect(of(events, 'fish:1', 'accuracy').get(5)).toBe(of(events, 'fish:1', 'accuracy').get(4));
    expect(of(events, 'fish:1', 'trainLossRound').has(5)).toBe(false);
    expect(of(events, 'fish:1', 'trainLossRound').has(7)).toBe(true);
  });

  it('restarts a fish whose numbers failed, more carefully, even if it was the last', async () => {
    const { events } = await bench.run(
      supervised(
        { policy: 'restart' },
        {
          fish: { count: 1, learningRate: 10, optimizer: 'sgd', clipNorm: 0, weightDecay: 1, momentum: 0.99 },
          run: { rounds: 6 },
        },
      ),
    );
    const restarts = takeovers(events).filter(({ message }) => message.includes('was restarted'));
    expect(restarts[0]?.message).toContain('failed on numbers that are none');
    const rates = [...of(events, 'fish', 'learningRate').values()];
    expect(Math.min(...rates)).toBeLessThan(6);
  });

  it('notices a straggler after its deadline', async () => {
    const { events } = await bench.run(
      supervised(
        { policy: 'neighbours', deadline: 2 },
        {
          faults: [{ kind: 'straggler', fish: [3], round: 2, pace: 4 }],
          run: { rounds: 4, local: { unit: 'steps', amount: 4 } },
        },
      ),
    );
    expect(takeovers(events)).toMatchObject([
      {
        round: 3,
        fish: 'fish:3',
        message: 'fish 3 fell behind at round 3; its share went to fish 1 and fish 2.',
      },
    ]);
  });

  it.each(['neighbours', 'spare', 'restart'])(
    'goes on after a resume as it would have: %s (R17)',
    async (policy) => {
      const document = supervised(
        { policy },
        {
          fish: { count: 4 },
          faults: [{ fish: [1], round: 2, returnRound: 5 }],
          run: { rounds: 6, checkpointEvery: 1, local: { unit: 'steps', amount: 3 } },
        },
      );
      const whole = await bench.run(document);
      const resumed = await bench.stopAndResume(document, 4);
      const later = (events: readonly RunEvent[]) => [
        ...training(events.filter(({ round }) => round >= 4)),
        ...takeovers(events.filter(({ round }) => round >= 4)),
      ];
      expect(later(resumed.events)).toEqual(later(whole.events));
    },
  );
});
