import { randomStream } from '#engine/core/random.ts';
import { generateTask } from '#engine/data/tasks/generateTask.ts';
import { SMALL_FISH } from './documents.ts';
import type { Laboratory } from './laboratory.ts';
import { realRows, realSet, sampled } from './realSets.ts';

type Params = Readonly<Record<string, unknown>>;
type Row = { readonly text: string; readonly label: string };

/** The texts an experiment stands on, and the fish that fit them. */
export interface Ground {
  readonly name: string;
  /** Parameters of the dataset node. */
  readonly dataset: Params;
  readonly fish: Params;
  readonly steps: number;
  /** What the dataset node reads. */
  rows(): Promise<readonly Row[]>;
  /** A file of texts that no run has seen, at most so many. */
  fresh(lab: Laboratory, count: number): Promise<string>;
  /** Accuracy of guessing. */
  readonly chance: number;
}

export const topics = (examples: number): Ground => ({
  name: 'topics',
  dataset: { task: 'topics', examples },
  fish: SMALL_FISH,
  steps: 20,
  rows: async () => generateTask('topics', examples, 1).rows,
  fresh: async (lab, count) => lab.fresh('topics', { after: examples, count }),
  chance: 1 / 8,
});

/** Questions of six kinds. */
export const trec = (): Ground => ({
  name: 'TREC',
  dataset: { source: 'file', path: realSet('trec', 'train'), vocabSize: 4000 },
  fish: { ...SMALL_FISH, width: 32, feedForward: 64, dropout: 0.2, learningRate: 0.005 },
  steps: 30,
  rows: () => realRows(realSet('trec', 'train')),
  fresh: async () => realSet('trec', 'test'),
  chance: 1 / 6,
});

/** News of four sections. */
export const agNews = (): Ground => ({
  name: 'AG News',
  dataset: { source: 'file', path: realSet('ag_news', 'train'), vocabSize: 6000 },
  fish: { ...SMALL_FISH, width: 32, feedForward: 64, context: 40, dropout: 0.1, learningRate: 0.005 },
  steps: 30,
  rows: () => realRows(realSet('ag_news', 'train')),
  fresh: (lab, count) => sampled(lab, realSet('ag_news', 'test'), count),
  chance: 1 / 4,
});

/** Judgements of films. */
export const sst2 = (): Ground => ({
  name: 'SST-2',
  dataset: { source: 'file', path: realSet('sst2', 'train'), vocabSize: 6000 },
  fish: { ...SMALL_FISH, width: 32, feedForward: 64, dropout: 0.2, learningRate: 0.003 },
  steps: 30,
  rows: () => realRows(realSet('sst2', 'train')),
  fresh: (lab, count) => sampled(lab, realSet('sst2', 'test'), count),
  chance: 1 / 2,
});

/** The dataset of a ground with so many of its rows only, always the same ones. */
export async function partOf(lab: Laboratory, ground: Ground, examples: number): Promise<Params> {
  if (ground.dataset.task !== undefined) return { ...ground.dataset, examples };
  const rows = await ground.rows();
  const order = randomStream(1, 'sample').permutation(rows.length).slice(0, examples).sort();
  return { ...ground.dataset, path: lab.file(Array.from(order, (row) => rows[row]!)) };
}

/** So many rows of a ground, and so many others that are not among them. */
export async function apartOf(
  lab: Laboratory,
  ground: Ground,
  first: number,
  second: number,
): Promise<readonly [Params, Params]> {
  if (ground.dataset.task !== undefined) {
    return [
      { ...ground.dataset, examples: first, dataSeed: 1 },
      { ...ground.dataset, examples: second, dataSeed: 2 },
    ];
  }
  const rows = await ground.rows();
  const order = [...randomStream(1, 'split').permutation(rows.length)];
  const part = (from: number, count: number): Params => ({
    ...ground.dataset,
    path: lab.file(order.slice(from, from + count).map((row) => rows[row]!)),
  });
  return [part(0, first), part(first, second)];
}

/** Two datasets of a ground: what one learns the other has never seen. `first`: the first's share of the rows. */
export async function splitOf(
  lab: Laboratory,
  ground: Ground,
  first: number,
): Promise<readonly [Params, Params]> {
  const all =
    ground.dataset.task === undefined ? (await ground.rows()).length : Number(ground.dataset.examples);
  const count = Math.round(all * first);
  return apartOf(lab, ground, count, all - count);
}

/** The same texts, each with the label after its own: what liars of one mind learn. */
export async function liesOf(lab: Laboratory, ground: Ground): Promise<string> {
  const rows = await ground.rows();
  const labels = [...new Set(rows.map(({ label }) => label))].sort();
  return lab.file(
    rows.map(({ text, label }) => ({ text, label: labels[(labels.indexOf(label) + 1) % labels.length]! })),
  );
}
