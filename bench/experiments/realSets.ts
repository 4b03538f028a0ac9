import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ShuuraiError } from '#engine/core/errors.ts';

/** The folder of real data sets beside the repository. */
const FOLDER = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'clean');

/**
 * A part of a real classification set as a CSV with the header `text,label`; its path.
 *
 * @throws ShuuraiError `data-unreadable` where the data sets are not on this machine.
 */
export function realSet(set: 'sst2' | 'trec' | 'ag_news' | 'sms_spam', part: 'train' | 'test'): string {
  const path = join(FOLDER, set, `${part}.csv`);
  if (!existsSync(path)) {
    throw new ShuuraiError(
      'data-unreadable',
      `The full form of this experiment needs ${path}, which is not there: run it without --full.`,
    );
  }
  return path;
}
