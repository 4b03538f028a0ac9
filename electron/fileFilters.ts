import type { FileFilter } from 'electron';
import { t } from '#engine/core/text.ts';

const ENDINGS = ['swarm', 'json', 'yaml', 'yml'];

export const isSwarmFile = (path: string): boolean =>
  ENDINGS.some((ending) => path.toLowerCase().endsWith(`.${ending}`));

// Named when they are asked for: the language may have changed since.
export const saveFilters = (): FileFilter[] => [{ name: t`Swarm`, extensions: ENDINGS }];
export const openFilters = (): FileFilter[] => [{ name: t`Swarm`, extensions: [...ENDINGS, 'png'] }];
export const dataFilters = (): FileFilter[] => [
  { name: t`Data`, extensions: ['csv', 'tsv', 'jsonl', 'parquet', 'txt'] },
  { name: t`All files`, extensions: ['*'] },
];
