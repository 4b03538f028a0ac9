import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { counted, t } from '../../core/text.ts';
import { unreadable } from './unreadable.ts';

/** Largest file that is read, in bytes: a string of the engine's JavaScript holds no more characters. */
export const MAX_FILE_BYTES = 512_000_000;

export interface FileBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
}

function explainOpenError(path: string, thrown: unknown): Error {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return unreadable(
        t`There is no file "${path}". Check the path, or choose the file again.`,
        path,
        thrown,
      );
    case 'EISDIR':
      return unreadable(t`"${path}" is a folder. Choose a file in it.`, path, thrown);
    case 'EACCES':
    case 'EPERM':
      return unreadable(t`"${path}" may not be read: its permissions forbid it.`, path, thrown);
    default: {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      return unreadable(t`"${path}" cannot be read: ${reason}.`, path, thrown);
    }
  }
}

/** The bytes of a regular file with their fingerprint. Throws `data-unreadable` with a sentence for everything else. */
export async function readFileBytes(path: string, maxBytes = MAX_FILE_BYTES): Promise<FileBytes> {
  if (path === '') throw unreadable(t`No file is chosen. Choose a file with the examples.`, path);
  if (path.includes('\0')) throw unreadable(t`The path of the file contains a NUL character.`);
  try {
    const info = await stat(path); // before opening: a pipe that nobody writes to would never open
    if (info.isDirectory()) throw unreadable(t`"${path}" is a folder. Choose a file in it.`, path);
    if (!info.isFile()) throw unreadable(t`"${path}" is not an ordinary file (but a device or pipe).`, path);
    if (info.size === 0) throw unreadable(t`"${path}" is empty (0 bytes).`, path);
    if (info.size > maxBytes) {
      throw unreadable(
        t`"${path}" has ${counted(info.size, '{0} byte', '{0} bytes')}; at most ${counted(maxBytes, '{0} byte', '{0} bytes')} can be read. Use a part of it.`,
        path,
      );
    }
    await using file = await open(path, 'r');
    const bytes = await file.readFile();
    return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'ShuuraiError') throw thrown;
    throw explainOpenError(path, thrown);
  }
}
