import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FishId, NodeId } from '#engine/core/brand.ts';
import { readLabelled } from '#engine/data/readLabelled.ts';
import { generateTask } from '#engine/data/tasks/generateTask.ts';
import { buildSwarm } from '#engine/document/build.testing.ts';
import { serialize } from '#engine/document/serialize.ts';
import { answerTable } from '../answerTable.ts';
import { evaluateRun } from '../evaluateRun.ts';
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

describe('Shapley values on demand (R49)', () => {
  it('add up to what the swarm is worth, on the rows of a file and with an evaluation of the running swarm', async () => {
    let asked = false;
    const { handle, events } = await bench.run(swarm('average'), {
      watch: (event) => {
        if (asked || event.type !== 'metrics' || event.round !== 2) return undefined;
        asked = true;
        return { type: 'measure-shapley', orders: 40 };
      },
    });
    const values = ['a', 'b', 'lazy'].map((id) => seriesOf(events, `fish/${id}/shapley`));
    expect(values.map((series) => [...series.keys()])).toEqual([[2], [2], [2]]);
    const path = bench.path('shapley.csv');
    const { rows } = generateTask('sentiment', 300, 9);
    writeFileSync(path, `text,label\n${rows.map(({ text, label }) => `"${text}",${label}`).join('\n')}\n`);
    const result = await evaluateRun(handle, bench.executor, path, { shapley: 40 });
    if (!('accuracy' in result.swarm) || result.shapley === undefined) throw new Error('no contributions');
    const sum = result.shapley.fish.reduce((total, { value }) => total + value, 0);
    expect(sum).toBeCloseTo(result.swarm.accuracy, 6);
    const of = (id: string) => result.shapley!.fish.find((one) => one.id === id)!.value;
    expect(of('lazy')).toBeLessThan(of('a'));
    await expect(
      evaluateRun((await bench.run(swarm('robust'))).handle, bench.executor, path, { shapley: 10 }),
    ).rejects.toThrow(/does not follow from the answers/);
  });
});

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
