import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FishId } from '#engine/core/brand.ts';
import { runDetail } from '#engine/host/runDetail.ts';
import type { RunCommand } from '#engine/protocol/commands.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import { evaluateRun } from './evaluateRun.ts';
import { predictRun } from './predictor.ts';
import { seriesOf, TestBench, type TestDocument, testDocument, training } from './testRun.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

const fish = (id: string): FishId => id as FishId; // ids of the test documents
const ADD: RunCommand = { type: 'add-fish', like: fish('fish:1') };

/** Gives each command at the first metrics of its round. */
function giving(commands: readonly (readonly [round: number, command: RunCommand])[]) {
  const waiting = [...commands];
  return (event: RunEvent): RunCommand | undefined =>
    waiting[0] !== undefined && event.type === 'metrics' && event.round >= waiting[0][0]
      ? waiting.shift()?.[1]
      : undefined;
}
/** Values of the fish there were at the start. */
const ofOld = (events: readonly RunEvent[]) =>
  events.flatMap((event) =>
    event.type === 'metrics'
      ? Object.entries(event.values).filter(([name]) => /^fish\/fish:[123]\//.test(name))
      : [],
  );
/** What a checkpoint holds of the first school: weights and moments. */
const school = (handle: RunHandle) =>
  new Map(
    handle
      .readCheckpoint()
      ?.tensors.filter(({ name }) => name.startsWith('school-1.'))
      .map(({ name, data }) => [name, data]),
  );

describe('a fish that joins a running swarm (R61)', () => {
  it('changes no bit of the others, learns, and is heard', async () => {
    const options: TestDocument = { run: { rounds: 5 }, fish: { dropout: 0.2 } };
    const plain = await bench.run(testDocument(options));
    const grown = await bench.run(testDocument(options), { watch: giving([[2, ADD]]) });
    expect(ofOld(grown.events)).toEqual(ofOld(plain.events));
    expect(school(grown.handle)).toEqual(school(plain.handle));
    expect(school(plain.handle).size).toBeGreaterThan(20);
    const added = grown.events.find((event) => event.type === 'fish-added');
    expect(added).toMatchObject({ round: 3, fish: { id: 'fish:4', nodeId: 'fish', name: 'fish 4' } });
    const loss = seriesOf(grown.events, 'fish/fish:4/loss');
    expect(loss.has(2)).toBe(false);
    expect(loss.get(5)).toBeLessThan(loss.get(3)!);
    const swarm = (events: readonly RunEvent[]) => seriesOf(events, 'swarm/loss');
    expect(swarm(grown.events).get(2)).toBe(swarm(plain.events).get(2));
    expect(swarm(grown.events).get(3)).not.toBe(swarm(plain.events).get(3));
    expect(seriesOf(grown.events, 'swarm/liveFish').get(3)).toBe(4);
  });

  it('stands in the fish table, answers for the stored run, and is evaluated', async () => {
    const { handle } = await bench.run(testDocument({ run: { rounds: 4 } }), {
      watch: giving([
        [1, ADD],
        [1, { ...ADD, share: fish('fish:2') }],
      ]),
    });
    expect(runDetail(handle).fishInfo.map(({ id, state }) => [id, state])).toEqual(
      ['fish:1', 'fish:2', 'fish:3', 'fish:4', 'fish:5'].map((id) => [id, 'running']),
    );
    const [answer] = await predictRun(handle, bench.executor, ['a good film']);
    expect(answer?.fish.map(({ id }) => id)).toContain('fish:5');
    expect(answer?.path[0]?.weights.map(({ weight }) => weight)).toEqual(
      Array(5).fill(expect.closeTo(0.2, 6)),
    );
    const path = bench.path('rows.csv');
    writeFileSync(path, 'text,label\na good film,positive\na bad film,negative\n');
    const result = await evaluateRun(handle, bench.executor, path);
    expect(result.fish.map(({ id }) => id)).toHaveLength(5);
  });

  it('goes on after a resume as if nothing had happened, before it joins and after (R17)', async () => {
    const options: TestDocument = {
      answer: { kind: 'weighted', by: 'hedge' },
      run: { rounds: 5, checkpointEvery: 1 },
    };
    const commands = [
      [2, ADD],
      [3, { type: 'kill-fish', fish: fish('fish:4') }],
      [4, { type: 'revive-fish', fish: fish('fish:4') }],
    ] as const;
    const whole = await bench.run(testDocument(options), { watch: giving(commands) });
    for (const stop of [2, 4]) {
      const handle = bench.create(testDocument(options));
      const give = giving(commands.filter(([round]) => round <= stop));
      let stopped = false;
      await bench.run(testDocument(options), {
        handle,
        watch: (event) => {
          const command = give(event);
          if (command !== undefined || stopped) return command;
          // after the commands of the round were taken
          if (event.round === stop && event.type === 'metrics' && 'swarm/loss' in event.values) {
            stopped = true;
            return { type: 'stop' };
          }
          return undefined;
        },
      });
      const later = commands.filter(([round]) => round > stop);
      const resumed = await bench.run(testDocument(options), { handle, resume: true, watch: giving(later) });
      const since = (events: readonly RunEvent[]) => training(events.filter(({ round }) => round > stop));
      expect(since(resumed.events)).toEqual(since(whole.events));
    }
  });

  it('begins with the mean weight where an aggregator weighs its sources by itself', async () => {
    const { events } = await bench.run(
      testDocument({
        answer: { kind: 'weighted', by: 'hedge', eta: 4 },
        run: { rounds: 3, evaluateEvery: 1 },
      }),
      { watch: giving([[2, ADD]]) },
    );
    const weight = (id: string, round: number) => seriesOf(events, `node/answer/weight/${id}`).get(round);
    expect(weight('fish:4', 2)).toBeUndefined();
    expect(weight('fish:4', 3)).toBeGreaterThan(0);
  });

  it('hears no other fish and is heard by none where it is given no place', async () => {
    const options: TestDocument = { talk: { family: 'prediction' }, run: { rounds: 3 } };
    const plain = await bench.run(testDocument(options));
    const grown = await bench.run(testDocument(options), {
      watch: giving([[1, { type: 'add-fish', like: fish('fish-1'), place: null }]]),
    });
    const linked = (events: readonly RunEvent[]) => seriesOf(events, 'fish/fish-1/loss');
    expect(linked(grown.events)).toEqual(linked(plain.events));
    expect(seriesOf(grown.events, 'fish/fish-1:2/loss').get(3)).toBeGreaterThan(0);
  });
});

describe('a fish that is removed', () => {
  it('is gone for good, and the others keep every bit', async () => {
    const plain = await bench.run(testDocument({ run: { rounds: 4 } }));
    const refused: string[] = [];
    const { events, handle } = await bench.run(testDocument({ run: { rounds: 4 } }), {
      watch: (event, live) => {
        if (event.type !== 'metrics') return undefined;
        if (event.round === 2 && refused.length === 0) {
          refused.push('');
          return { type: 'remove-fish', fish: fish('fish:3') };
        }
        if (event.round === 3 && refused.length === 1) {
          try {
            live.command({ type: 'revive-fish', fish: fish('fish:3') });
          } catch (error) {
            refused.push(String(error));
          }
        }
        return undefined;
      },
    });
    expect(refused[1]).toContain('left the swarm for good');
    expect(runDetail(handle).fishInfo.at(-1)).toMatchObject({ id: 'fish:3', state: 'removed' });
    expect(seriesOf(events, 'swarm/liveFish').get(4)).toBe(2);
    expect(seriesOf(events, 'fish/fish:1/loss')).toEqual(seriesOf(plain.events, 'fish/fish:1/loss'));
    expect(seriesOf(events, 'fish/fish:3/loss').has(3)).toBe(false);
  });
});
