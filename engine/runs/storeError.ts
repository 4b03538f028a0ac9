import { ShuuraiError, SQLITE_FULL, toShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';

/** SQLite's primary result codes (https://sqlite.org/rescode.html) that mean something to a person. */
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_CORRUPT = 11;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;
/** SQLITE_IOERR_WRITE: what SQLite makes of EFBIG and some full disks. */
const SQLITE_IOERR_WRITE = 778;

function sqliteCode(thrown: unknown): number | null {
  if (!(thrown instanceof Error) || !('errcode' in thrown)) return null;
  return typeof thrown.errcode === 'number' ? thrown.errcode : null;
}

export const isBusy = (thrown: unknown): boolean => ((sqliteCode(thrown) ?? 0) & 0xff) === SQLITE_BUSY;

export function isCorrupt(thrown: unknown): boolean {
  const code = (sqliteCode(thrown) ?? 0) & 0xff;
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}

const diskFull = (place: string, cause: unknown): ShuuraiError =>
  new ShuuraiError(
    'disk-full',
    t`${place} could not be written because the disk is full. Free some space and resume the run: what was saved before is intact.`,
    { cause, details: { path: place } },
  );

/** Turns what the file system or SQLite threw about `place` (a path) into a sentence. */
export function storeError(thrown: unknown, place: string): ShuuraiError {
  if (thrown instanceof ShuuraiError) return thrown;
  const code = sqliteCode(thrown);
  const primary = (code ?? 0) & 0xff;
  const errno = thrown instanceof Error ? (thrown as NodeJS.ErrnoException).code : undefined;
  // EFBIG: a size limit of the process or the file system is as full as a full disk.
  if (errno === 'ENOSPC' || errno === 'EDQUOT' || errno === 'EFBIG') return diskFull(place, thrown);
  if (primary === SQLITE_FULL || code === SQLITE_IOERR_WRITE) return diskFull(place, thrown);
  if (isCorrupt(thrown)) {
    return new ShuuraiError(
      'conflict',
      t`${place} is damaged and cannot be read as a database. Restore it from a backup, or delete the run and start it again.`,
      { cause: thrown, details: { path: place } },
    );
  }
  if (errno === 'EACCES' || errno === 'EPERM' || errno === 'EROFS' || primary === SQLITE_READONLY) {
    return new ShuuraiError(
      'invalid-arguments',
      t`${place} may not be written by this user. Change its permissions or choose another folder (SHUURAI_HOME or --out).`,
      { cause: thrown, details: { path: place } },
    );
  }
  if (primary === SQLITE_CANTOPEN || errno === 'ENOTDIR' || errno === 'EEXIST' || errno === 'ENOENT') {
    return new ShuuraiError(
      'invalid-arguments',
      t`${place} cannot be opened or made: ${thrown instanceof Error ? thrown.message : String(thrown)}. Check the path.`,
      { cause: thrown, details: { path: place } },
    );
  }
  return toShuuraiError(thrown);
}
