import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { storeError } from './storeError.ts';

/** Names of unfinished files and folders begin so; readers pass them over. */
export const TEMPORARY = '.tmp-';

const temporaryBeside = (path: string): string =>
  join(dirname(path), `${TEMPORARY}${basename(path)}-${randomBytes(6).toString('hex')}`);

/** Flushes a folder's entries to disk, where the platform can (Windows cannot open folders). */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function writeSynced(path: string, chunks: readonly Uint8Array[]): void {
  const file = openSync(path, 'wx');
  try {
    for (const chunk of chunks) {
      let written = 0;
      while (written < chunk.byteLength) written += writeSync(file, chunk, written);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Writes the file whole or not at all, and durably. A ShuuraiError (disk-full ...) leaves the old one untouched. */
export function writeFileAtomic(path: string, data: string | Uint8Array): void {
  const temporary = temporaryBeside(path);
  try {
    writeSynced(temporary, [typeof data === 'string' ? Buffer.from(data) : data]);
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (thrown) {
    rmSync(temporary, { force: true });
    throw storeError(thrown, path);
  }
}

/**
 * Makes a folder of files whole or not at all: written beside it, flushed, renamed into place. Replaces a folder of
 * the same name. On a failure nothing is left behind and other folders are untouched.
 */
export function writeFolderAtomic(path: string, files: ReadonlyMap<string, readonly Uint8Array[]>): void {
  const temporary = temporaryBeside(path);
  try {
    mkdirSync(temporary, { recursive: true });
    for (const [name, chunks] of files) writeSynced(join(temporary, name), chunks);
    syncFolder(temporary);
    rmSync(path, { recursive: true, force: true });
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (thrown) {
    rmSync(temporary, { recursive: true, force: true });
    throw storeError(thrown, path);
  }
}
