import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import { isBusy, storeError } from './storeError.ts';

const FILE = 'owner.lock';

/**
 * Says which process runs a run: an exclusive SQLite transaction on `owner.lock`, held for as long as the run is
 * worked on. The operating system ends it with the process, kill -9 included, so it can neither be forgotten nor
 * be mistaken for another process with the same number.
 */
export class RunLock {
  readonly #db: DatabaseSync;

  private constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** null where another process (or another handle of this one) holds it. */
  static tryTake(dir: string): RunLock | null {
    const path = join(dir, FILE);
    let db: DatabaseSync | undefined;
    try {
      db = new DatabaseSync(path, { timeout: 0 });
      db.exec('BEGIN EXCLUSIVE');
      return new RunLock(db);
    } catch (thrown) {
      db?.close();
      if (isBusy(thrown)) return null;
      throw storeError(thrown, path);
    }
  }

  static take(dir: string): RunLock {
    const lock = RunLock.tryTake(dir);
    if (lock !== null) return lock;
    throw new ShuuraiError(
      'conflict',
      t`The run in ${dir} is being worked on by another Shuurai process. Stop it there first, or wait until it ends.`,
      { details: { path: dir } },
    );
  }

  /** Whether somebody holds it. */
  static isHeld(dir: string): boolean {
    try {
      const lock = RunLock.tryTake(dir);
      lock?.release();
      return lock === null;
    } catch {
      return false; // a folder that cannot be locked (read-only, gone) has no living owner here
    }
  }

  release(): void {
    this.#db.close();
  }
}
