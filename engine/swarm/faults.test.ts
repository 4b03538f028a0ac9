import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '#engine/protocol/events.ts';
import { seriesOf, TestBench, type TestDocument, testDocument, training } from './testRun.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

const run = (options: TestDocument) => bench.run(testDocument(options));
const of = (events: readonly RunEvent[], id: string, metric: string) =>
  seriesOf(events, `fish/${id}/${metric}`);
const fishEvents = (events: readonly RunEvent[], word: string) =>
  events.flatMap((event) => (event.type === 'fish' && event.cause.includes(word) ? [event] : []));

describe('faults (R60)', () => {
  it('flip the sign of a fish from a round to another', async () => {
    const { events } = await run({
      run: { rounds: 6 },
      faults: [{ kind: 'sign-flip', fish: [1], round: 5, returnRound: 6 }],
    });
    const accuracy = of(events, 'fish:1', 'accuracy');
    expect(accuracy.get(4)).toBeGreaterThan(0.7);
    expect(accuracy.get(5)).toBeLessThan(0.3);
    expect(accuracy.get(6)).toBeGreaterThan(0.7);
    expect(fishEvents(events, 'the fault "Fault"').map(({ round }) => round)).toEqual([5, 6]);
  });

  it('teach a fish false labels from the first round on', async () => {
    const { events } = await run({
      run: { rounds: 7 },
      faults: [{ kind: 'label-flip', fish: [2], round: 1 }],
    });
    expect(of(events, 'fish:2', 'accuracy').get(7)).toBeLessThan(0.3);
    expect(of(events, 'fish:1', 'accuracy').get(7)).toBeGreaterThan(0.7);
  });

  it('make a straggler, which learns less than it would', async () => {
    const plain = await run({ run: { rounds: 3 } });
    const { events } = await run({
      run: { rounds: 3 },
      faults: [{ kind: 'straggler', fish: [1], round: 1, pace: 8 }],
    });
    expect(of(events, 'fish:1', 'loss').get(3)).toBeGreaterThan(of(plain.events, 'fish:1', 'loss').get(3)!);
    expect(of(events, 'fish:2', 'loss')).toEqual(of(plain.events, 'fish:2', 'loss'));
  });

  it('lose every message of a fish: neither other fish nor the answer hear of it', async () => {
    const options: TestDocument = { talk: { family: 'weights' }, fish: { count: 2 }, run: { rounds: 2 } };
    const { events } = await run({
      ...options,
      faults: [
        { kind: 'message-loss', fish: [1], round: 1, lost: 1 },
        { kind: 'message-loss', fish: [2], round: 2, lost: 1 },
      ],
    });
    // A lost message undoes the exchange of both, so that mixing stays symmetric (R42).
    expect([...seriesOf(events, 'swarm/messageBytes').values()]).toEqual([0, 0]);
    expect([...seriesOf(events, 'swarm/messagesDropped').values()]).toEqual([2, 2]);
    expect(seriesOf(events, 'swarm/loss').get(1)).toBeCloseTo(of(events, 'fish-2', 'loss').get(1)!, 5);
    expect(seriesOf(events, 'swarm/loss').has(2)).toBe(false);
  });

  it('spoil weights with noise', async () => {
    const plain = await run({ run: { rounds: 5 } });
    const noisy = await run({
      run: { rounds: 5 },
      faults: [{ kind: 'noise', fish: [1], round: 5, amount: 5 }],
    });
    const loss = (events: readonly RunEvent[]) => of(events, 'fish:1', 'trainLossRound').get(5)!;
    expect(loss(noisy.events)).toBeGreaterThan(loss(plain.events));
    expect(of(noisy.events, 'fish:3', 'loss')).toEqual(of(plain.events, 'fish:3', 'loss'));
  });

  it('strike at random, the same fish for the same seed, and let go again', async () => {
    const options: TestDocument = {
      run: { rounds: 10, local: { unit: 'steps', amount: 1 } },
      faults: [{ fish: [1, 2, 3], when: 'random', rate: 0.3, lasts: 2 }],
    };
    const [first, second] = [await run(options), await run(options)];
    const lives = (events: readonly RunEvent[]) =>
      fishEvents(events, 'the fault "Fault"').map(({ round, fish, state }) => [round, fish, state]);
    expect(lives(first.events)).toEqual(lives(second.events));
    const deaths = fishEvents(first.events, 'the fault "Fault"').filter(({ state }) => state === 'dead');
    expect(deaths.length).toBeGreaterThan(1);
    for (const death of deaths.filter(({ round }) => round <= 8)) {
      expect(lives(first.events)).toContainEqual([death.round + 2, death.fish, 'running']);
    }
  });

  it('go on after a resume as they would have (R17)', async () => {
    const document = testDocument({
      run: { rounds: 6, checkpointEvery: 1, local: { unit: 'steps', amount: 2 } },
      talk: { family: 'prediction' },
      faults: [
        { fish: [1], when: 'random', rate: 0.5, lasts: 2 },
        { kind: 'message-loss', fish: [2], round: 2, lost: 0.5 },
        { kind: 'straggler', fish: [3], round: 2, pace: 2, returnRound: 5 },
      ],
    });
    const whole = await bench.run(document);
    const resumed = await bench.stopAndResume(document, 4);
    const later = (events: readonly RunEvent[]) => training(events.filter(({ round }) => round >= 4));
    expect(later(resumed.events)).toEqual(later(whole.events));
  });
});
