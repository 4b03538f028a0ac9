import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FishId, NodeId } from '#engine/core/brand.ts';
import { readLabelled } from '#engine/data/readLabelled.ts';
import { generateTask } from '#engine/data/tasks/generateTask.ts';
import { buildSwarm } from '#engine/document/build.testing.ts';
import { serialize } from '#engine/document/serialize.ts';
import { answerTable } from '../answerTable.ts';
import { readLoopState } from '../loopState.ts';
import { loadStoredSwarm } from '../storedSwarm.ts';
import { seriesOf, TestBench } from '../testRun.ts';
import { voicesOf } from '../voices.ts';
import { coalitionQuality } from './leaveOneOut.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

const FISH = { layers: 1, width: 16, heads: 2, feedForward: 32, context: 16, dropout: 0, learningRate: 0.01 };

/** Two fish in a mean of their own, one beside it; `lazy` learns nothing. */
const swarm = (answer: string) =>
  serialize(
    buildSwarm(
      {
        data: ['dataset', { examples: 600, validationFraction: 0.2 }],
        a: ['fish', FISH],
        b: ['fish', FISH],
        lazy: ['fish', { ...FISH, learningRate: 1e-7 }],
        pair: ['average'],
        top: [answer],
        goal: ['goal'],
        x: ['organise', { method: 'usefulness', keep: 0, temperature: 100, forget: 0 }],
      },
      [
        ...['a', 'b', 'lazy'].map((id) => `data.examples -> ${id}.examples`),
        'a.prediction -> pair.prediction',
        'b.prediction -> pair.prediction',
        'pair.prediction -> top.prediction',
        'lazy.prediction -> top.prediction',
        'top.prediction -> goal.prediction',
        'x.control -> pair.control',
      ],
      { run: { rounds: 6, local: { unit: 'steps', amount: 15 }, batchSize: 16, seed: 3 } },
    ),
  );

describe('contribution (R49)', () => {
  it('is what the engine itself would answer without the fish, also through a mean of means', async () => {
    const { handle } = await bench.run(swarm('average'));
    const path = bench.path('fresh.csv');
    const { rows } = generateTask('sentiment', 300, 9);
    writeFileSync(path, `text,label\n${rows.map(({ text, label }) => `"${text}",${label}`).join('\n')}\n`);
    const loaded = await loadStoredSwarm(handle, bench.executor);
    const { plan } = loaded.swarm;
    const state = readLoopState(handle.readCheckpoint()?.state, plan);
    const { examples } = await readLabelled(path, loaded.encoding, { source: null });
    const tableOf = (living: (fish: FishId) => boolean) =>
      answerTable(loaded.swarm, loaded.answerer, examples, voicesOf(plan, living, state));
    const quality = coalitionQuality(plan, await tableOf(() => true), state);
    for (const gone of ['nobody', 'a', 'b', 'lazy']) {
      const living = (fish: FishId): boolean => fish !== gone;
      const logs = (await tableOf(living)).aggregators.get('top' as NodeId)!; // an id of the document
      let right = 0;
      examples.labels.forEach((label, row) => {
        if ((logs[2 * row + 1]! > logs[2 * row]! ? 1 : 0) === label) right += 1;
      });
      expect(quality?.(living), `without ${gone}`).toBeCloseTo(right / examples.size, 10);
    }
    expect(quality?.(() => false)).toBe(0);
    await loaded.dispose();
  });

  it('is published of every fish at every evaluation', async () => {
    const { events } = await bench.run(swarm('average'));
    for (const id of ['a', 'b', 'lazy']) expect(seriesOf(events, `fish/${id}/contribution`).size).toBe(6);
  });

  it('is not published where the answer has rules of its own', async () => {
    const { events } = await bench.run(swarm('vote'));
    expect(seriesOf(events, 'fish/a/contribution').size).toBe(0);
    expect(seriesOf(events, 'node/pair/trust/a').size).toBe(6);
  });
});
