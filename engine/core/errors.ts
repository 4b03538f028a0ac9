import { t } from './text.ts';
/** Every failure a user can meet, as a closed set of codes; the command line maps each to its exit code. */
export type ErrorCode =
  | 'invalid-document'
  | 'invalid-arguments'
  | 'data-unreadable'
  | 'diverged'
  | 'interrupted'
  | 'not-found'
  | 'conflict'
  | 'disk-full'
  | 'port-in-use'
  | 'executor-unavailable'
  | 'internal';

/** Process exit codes (sysexits-like, fixed by the command line's contract). */
export const EXIT_CODES: Record<ErrorCode, number> = {
  'invalid-document': 2,
  'invalid-arguments': 2,
  'data-unreadable': 3,
  diverged: 4,
  interrupted: 130,
  'not-found': 2,
  conflict: 2,
  'disk-full': 1,
  'port-in-use': 2,
  'executor-unavailable': 2,
  internal: 1,
};

/** Plain data behind an error: where it happened, for machines. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** The one error class. `message` is a sentence: what happened, where, and what to do. */
export class ShuuraiError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, options: { details?: ErrorDetails; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ShuuraiError';
    this.code = code;
    this.details = options.details ?? {};
  }
}

/** SQLite's result code (https://sqlite.org/rescode.html) where the disk holds no more. */
export const SQLITE_FULL = 13;

/** The one place that turns whatever was thrown into a ShuuraiError. */
export function toShuuraiError(thrown: unknown): ShuuraiError {
  if (thrown instanceof ShuuraiError) return thrown;
  if (thrown instanceof Error) {
    const errno = (thrown as NodeJS.ErrnoException).code;
    const sqlite = 'errcode' in thrown && typeof thrown.errcode === 'number' ? thrown.errcode & 0xff : null;
    if (errno === 'ENOSPC' || errno === 'EDQUOT' || sqlite === SQLITE_FULL) {
      return new ShuuraiError(
        'disk-full',
        t`The disk is full: ${thrown.message}. Free some space and resume the run.`,
        {
          cause: thrown,
        },
      );
    }
    return new ShuuraiError('internal', thrown.message, { cause: thrown });
  }
  return new ShuuraiError('internal', String(thrown), { cause: thrown });
}
