import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ShuuraiError } from '#engine/core/errors.ts';
import { randomStream } from '#engine/core/random.ts';
import { readTable } from '#engine/data/readTable.ts';
import type { Laboratory } from './laboratory.ts';

/** Where the public data sets lie beside the project; they are not part of it. */
const FOLDER = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'clean');

export interface RealSet {
  readonly name: string;
  readonly classes: number;
  readonly train: string;
  readonly test: string;
}

const pathOf = (folder: string, part: 'train' | 'test'): string => join(FOLDER, folder, `${part}.csv`);

const set = (folder: string, name: string, classes: number): RealSet => ({
  name,
  classes,
  train: pathOf(folder, 'train'),
  test: pathOf(folder, 'test'),
});

/** Those of the four classification sets that are there. */
export function realSets(): RealSet[] {
  return [
    set('sst2', 'SST-2', 2),
    set('trec', 'TREC', 6),
    set('ag_news', 'AG News', 4),
    set('sms_spam', 'SMS', 2),
  ].filter(({ train, test }) => existsSync(train) && existsSync(test));
}

/**
 * A part of a real classification set as a CSV with the header `text,label`; its path.
 *
 * @throws ShuuraiError `data-unreadable` where the data sets are not on this machine.
 */
export function realSet(folder: 'sst2' | 'trec' | 'ag_news' | 'sms_spam', part: 'train' | 'test'): string {
  const path = pathOf(folder, part);
  if (!existsSync(path)) {
    throw new ShuuraiError(
      'data-unreadable',
      `The full form of this experiment needs ${path}, which is not there: run it without --full.`,
    );
  }
  return path;
}

/** All rows of a labelled file. */
export async function realRows(path: string): Promise<{ text: string; label: string }[]> {
  const { columns, rows } = await readTable(path);
  const [text, label] = [columns.indexOf('text'), columns.indexOf('label')];
  return rows.map((row) => ({ text: row[text] ?? '', label: row[label] ?? '' }));
}

/** At most 1,500 rows of a labelled file, drawn without replacement and always the same: a file of their own. */
export async function sampled(lab: Laboratory, path: string, most = 1500): Promise<string> {
  const rows = await realRows(path);
  const order = randomStream(1, 'sample').permutation(rows.length).slice(0, most).sort();
  return lab.file(Array.from(order, (row) => rows[row]!));
}
