import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the public data sets lie beside the project; they are not part of it. */
const FOLDER = fileURLToPath(new URL('../../../shared/data/clean', import.meta.url));

export interface RealSet {
  readonly name: string;
  readonly classes: number;
  readonly train: string;
  readonly test: string;
}

const set = (folder: string, name: string, classes: number): RealSet => ({
  name,
  classes,
  train: join(FOLDER, folder, 'train.csv'),
  test: join(FOLDER, folder, 'test.csv'),
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
