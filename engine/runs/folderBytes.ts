import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of the entries of a folder whose names match, with all that is in them; what vanishes meanwhile counts nothing. */
export function folderBytes(folder: string, names: RegExp): number {
  return entriesOf(folder)
    .filter((name) => names.test(name))
    .reduce((sum, name) => sum + bytesOf(join(folder, name)), 0);
}

function bytesOf(path: string): number {
  const info = statSync(path, { throwIfNoEntry: false });
  if (info === undefined) return 0;
  if (!info.isDirectory()) return info.size;
  return entriesOf(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
