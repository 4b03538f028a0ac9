import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateTask } from '#engine/data/tasks/generateTask.ts';
import { nodesOf } from '#engine/document/graph.ts';
import { readDocument } from '#engine/document/parse.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import {
  confusionOf,
  createRun,
  estimate,
  evaluateRun,
  measureSpeed,
  openPredictor,
  predictRun,
} from './index.ts';
import { seriesOf, TestBench, type TestResult, testDocument } from './testRun.ts';

// Numbers such as R19 are the rules of docs/spec/run.md.

let bench: TestBench;
/** A run on a file that is gone afterwards, with fish 2 dead at its end. */
let run: TestResult;

const csv = (examples: number, seed: number): string => {
  const { rows } = generateTask('sentiment', examples, seed);
  return `text,label\n${rows.map(({ text, label }) => `"${text}",${label}`).join('\n')}\n`;
};
const fileDocument = testDocument({
  dataset: { source: 'file', path: 'texts.csv' },
  faults: [{ fish: [2], round: 4 }],
  answer: { kind: 'weighted', by: 'validation', temperature: 1 },
});

/** Relative paths of the document start at the bench's folder. */
async function runFromFolder(document: string, handle: RunHandle, resume = false): Promise<void> {
  await createRun({
    run: handle,
    executor: bench.executor,
    resume,
    publish: () => undefined,
    baseFolder: bench.path('data'),
  }).run();
  expect(document).toBe(handle.document());
}

beforeAll(async () => {
  bench = await TestBench.open();
  mkdirSync(bench.path('data'));
  writeFileSync(bench.path('data/texts.csv'), csv(600, 1));
  writeFileSync(bench.path('test.csv'), csv(150, 2));
  const handle = bench.create(fileDocument);
  await runFromFolder(fileDocument, handle);
  run = {
    handle,
    events: handle.events(0, 10_000),
    end: { reason: 'rounds', round: 4, metrics: handle.summary().metrics },
  };
  rmSync(bench.path('data/texts.csv'));
});
afterAll(() => bench.close());

describe('predictions', () => {
  it('need no training data, name every fish and the way the answer took (R19)', async () => {
    const predictor = await openPredictor(run.handle, bench.executor);
    expect(predictor).toMatchObject({ labels: ['negative', 'positive'], task: 'classification', round: 4 });
    const texts = generateTask('sentiment', 200, 3).rows;
    const answers = await predictor.predict(texts.map(({ text }) => text));
    const right = answers.filter(({ label }, i) => label === texts[i]!.label).length;
    expect(right).toBeGreaterThan(125); // chance: 100
    for (const answer of answers) {
      expect(answer.confidence).toBe(Math.max(...Object.values(answer.scores)));
      expect(Object.values(answer.scores).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
      expect(answer.fish.map(({ id, alive }) => [id, alive])).toEqual([
        ['fish:1', true],
        ['fish:2', false],
        ['fish:3', true],
      ]);
      expect(answer.path).toHaveLength(1);
      const weights = answer.path[0]!.weights;
      expect(weights[1]).toEqual({ source: 'fish:2', weight: 0 });
      expect(weights[0]!.weight + weights[2]!.weight).toBeCloseTo(1, 6);
    }
    // A question alone is answered as in company; only rounding may differ.
    const [alone] = await predictor.predict([texts[5]!.text]);
    expect(alone!.confidence).toBeCloseTo(answers[5]!.confidence, 4);
    expect(await predictor.predict([])).toEqual([]);
    await predictor.dispose();
  });

  it('can be those of one fish, also of a dead one', async () => {
    const [swarm] = await predictRun(run.handle, bench.executor, ['a wonderful film']);
    for (const fish of ['fish:1', 'fish:2']) {
      const [one] = await predictRun(run.handle, bench.executor, ['a wonderful film'], { fish });
      const { label, confidence } = swarm!.fish.find(({ id }) => id === fish)!;
      expect(one).toMatchObject({ label, confidence });
    }
    await expect(predictRun(run.handle, bench.executor, ['x'], { fish: 'ghost' })).rejects.toMatchObject({
      code: 'invalid-arguments',
      message: expect.stringMatching(/no fish "ghost"/),
    });
  });

  it('take any text: empty, very long, of unknown words', async () => {
    const odd = ['', 'x '.repeat(5000), '\u0000\ud800 \u{1f41f}', 'zzzz qqqq'];
    const answers = await predictRun(run.handle, bench.executor, odd);
    expect(answers.map(({ text }) => text)).toEqual(odd);
    for (const { confidence } of answers) expect(confidence).toBeGreaterThanOrEqual(0.5);
  });

  it('are refused with a sentence before anything was learnt, and below the quorum (R11)', async () => {
    const fresh = bench.create(testDocument());
    await expect(openPredictor(fresh, bench.executor)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/not learnt anything yet/),
    });
    const { handle } = await bench.run(
      testDocument({
        answer: { kind: 'average', quorum: 3 },
        faults: [{ fish: [1], round: 2 }],
        run: { rounds: 2 },
      }),
    );
    await expect(predictRun(handle, bench.executor, ['x'])).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/refuses to answer: 2 of its 3 fish live, and "answer" needs 3/),
    });
    expect(await predictRun(handle, bench.executor, ['x'], { fish: 'fish:3' })).toHaveLength(1);
    await expect(evaluateRun(handle, bench.executor, bench.path('test.csv'))).rejects.toThrow(
      /refuses to answer/,
    );
  });
});

describe('shuurai eval', () => {
  it('scores swarm and fish; best and mean are of the living (R20)', async () => {
    const result = await evaluateRun(run.handle, bench.executor, bench.path('test.csv'));
    expect(Object.keys(result)).toEqual(['type', 'examples', 'swarm', 'fish', 'bestFish', 'meanFish']);
    expect(result.examples).toBe(150);
    if (!('accuracy' in result.swarm) || !('accuracy' in result.meanFish!)) throw new Error('not classes');
    expect(result.swarm.accuracy).toBeGreaterThan(0.65);
    expect(Object.keys(result.swarm.f1)).toEqual(['negative', 'positive']);
    const fish = result.fish as { id: string; accuracy: number; alive: boolean }[];
    expect(fish.map(({ id, alive }) => [id, alive])).toEqual([
      ['fish:1', true],
      ['fish:2', false],
      ['fish:3', true],
    ]);
    const live = [fish[0]!.accuracy, fish[2]!.accuracy];
    expect(result.meanFish).toEqual({ accuracy: (live[0]! + live[1]!) / 2 });
    expect(result.bestFish).toMatchObject({ accuracy: Math.max(...live) });
  });

  it('refuses files that cannot be read or speak of other labels', async () => {
    const path = bench.path('odd.csv');
    writeFileSync(path, 'text,label\na film,green\na book,positive\n');
    for (const [file, message] of [
      [path, /not trained on.*"green"/],
      [bench.path('nowhere.csv'), /nowhere/],
    ] as const) {
      await expect(evaluateRun(run.handle, bench.executor, file)).rejects.toMatchObject({
        code: 'data-unreadable',
        message: expect.stringMatching(message),
      });
    }
  });
});

describe('what a run keeps', () => {
  it('is the confusion on validation, of swarm and fish', async () => {
    const { labels, counts } = confusionOf(run.handle, null);
    expect(labels).toEqual(['negative', 'positive']);
    const all = counts.flat().reduce((a, b) => a + b, 0);
    const right = counts[0]![0]! + counts[1]![1]!;
    expect(right / all).toBeCloseTo(run.end.metrics['swarm/accuracy']!, 12);
    const fish = confusionOf(run.handle, 'fish:1').counts;
    expect((fish[0]![0]! + fish[1]![1]!) / all).toBeCloseTo(
      seriesOf(run.events, 'fish/fish:1/accuracy').get(4)!,
      12,
    );
    expect(() => confusionOf(run.handle, 'fish:2')).toThrow(/gave no answers/); // dead
    expect(() => confusionOf(bench.create(fileDocument), null)).toThrow(/no confusion table/);
  });

  it('notices on resume that the data changed, and finds them where they were (R16)', async () => {
    writeFileSync(bench.path('data/texts.csv'), csv(600, 1));
    const handle = bench.create(fileDocument);
    await runFromFolder(fileDocument, handle);
    // Another working folder does not matter: the base folder was kept.
    await createRun({ run: handle, executor: bench.executor, resume: true, publish: () => undefined }).run();
    writeFileSync(bench.path('data/texts.csv'), csv(600, 9));
    await expect(runFromFolder(fileDocument, handle, true)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/data of "data" changed since the run began/),
    });
  });

  it('says why a run failed that could not read its data', async () => {
    rmSync(bench.path('data/texts.csv'), { force: true });
    const handle = bench.create(fileDocument);
    await expect(runFromFolder(fileDocument, handle)).rejects.toMatchObject({ code: 'data-unreadable' });
    expect(handle.summary()).toMatchObject({ state: 'failed', error: expect.stringMatching(/texts\.csv/) });
  });
});

describe('a language model', () => {
  const document = testDocument({
    dataset: { task: 'tiny-language', examples: 400 },
    goal: { task: 'language-modelling' },
    fish: { count: 2, context: 16 },
    run: { rounds: 4, local: { unit: 'steps', amount: 15 } },
  });

  it('learns, goes on writing, and is measured by perplexity (R21)', async () => {
    const { events, handle, end } = await bench.run(document);
    const perplexity = [...seriesOf(events, 'swarm/perplexity').values()];
    expect(perplexity.at(-1)).toBeLessThan(perplexity[0]! / 1.5);
    expect(end.metrics['swarm/perplexity']).toBeCloseTo(Math.exp(end.metrics['swarm/loss']!), 10);

    const ask = async (options: object) =>
      (await predictRun(handle, bench.executor, ['the small cat'], options))[0]!;
    const greedy = await ask({ tokens: 6 });
    expect(greedy.continuation).not.toBe('');
    expect(Object.keys(greedy.scores).length).toBe(10);
    expect(greedy.fish).toHaveLength(2);
    expect(await ask({ tokens: 6 })).toEqual(greedy);
    const drawn = await Promise.all([1, 1, 2, 3].map((seed) => ask({ tokens: 20, temperature: 2, seed })));
    expect(drawn[1]).toEqual(drawn[0]);
    expect(new Set(drawn.map(({ continuation }) => continuation)).size).toBeGreaterThan(1);
    expect((await ask({ tokens: 0 })).continuation).toBe('');
    await expect(ask({ tokens: 1.5 })).rejects.toMatchObject({ code: 'invalid-arguments' });
    await expect(ask({ temperature: -1 })).rejects.toMatchObject({ code: 'invalid-arguments' });
    // A text longer than the context: the model goes on from its end.
    expect(await predictRun(handle, bench.executor, ['the cat '.repeat(50), ''], { tokens: 3 })).toHaveLength(
      2,
    );

    const path = bench.path('text.csv');
    const { rows } = generateTask('tiny-language', 60, 5);
    writeFileSync(path, `text,label\n${rows.map(({ text }) => `"${text}",x`).join('\n')}\n`);
    const result = await evaluateRun(handle, bench.executor, path);
    if (!('perplexity' in result.swarm)) throw new Error('not a language model');
    expect(result.swarm.perplexity).toBeCloseTo(Math.exp(result.swarm.loss), 10);
    expect(result.swarm.perplexity).toBeLessThan(perplexity[0]!);
    expect(result.meanFish).toHaveProperty('perplexity');
    expect(() => confusionOf(handle, null)).toThrow(/language model/);
  });
});

describe('estimates', () => {
  it('count what the run then counts, and time with a speed only (R22)', async () => {
    const document = testDocument({
      run: { local: { unit: 'epochs', amount: 1 } },
      dataset: { examples: 1500 },
    });
    const speed = await measureSpeed(bench.executor);
    expect(speed.gflops).toBeGreaterThan(0.1);
    const cost = await estimate(document, speed);
    expect((await estimate(document, null)).secondsPerRound).toBeNull();
    const { events } = await bench.run(document);
    const started = events.find((event) => event.type === 'started');
    if (started?.type !== 'started') throw new Error('the run did not start');
    expect(cost).toMatchObject({ ...started.cost, secondsPerRound: expect.any(Number) });
  });

  it('count a part of a swarm by its own fish, and nothing where it has none', async () => {
    const document = testDocument({ dataset: { examples: 400 } });
    const whole = await estimate(document, null);
    const nodes = nodesOf(readDocument(document, 'The document'));
    const fishNodes = nodes.flatMap(([id, { kind }]) => (kind === 'fish' ? [id] : []));
    const others = nodes.flatMap(([id, { kind }]) => (kind === 'fish' ? [] : [id]));
    const all = await estimate(document, null, { nodes: fishNodes });
    expect(all).toMatchObject({ fish: whole.fish, parameters: whole.parameters });
    expect(all.flopsPerStep).toBe(whole.flopsPerStep);
    expect(await estimate(document, null, { nodes: others })).toMatchObject({ fish: 0, parameters: 0 });
  });

  it('assume the worst of files that are not there, and refuse what is no document', async () => {
    const cost = await estimate(testDocument({ dataset: { source: 'file', path: 'none.csv' } }), null);
    expect(cost.parameters).toBeGreaterThan(3 * 8000 * 16);
    await expect(estimate('{}', null)).rejects.toMatchObject({ code: 'invalid-document' });
  });
});
