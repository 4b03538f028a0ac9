import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type RunSummary, runSummarySchema } from '../protocol/api.ts';
import { isCorrupt, storeError } from './storeError.ts';

const BUSY_TIMEOUT = 10_000;
const VERSION = 1;

function openDatabase(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
  try {
    if (Number(db.prepare('PRAGMA user_version').get()?.user_version) !== VERSION) {
      db.exec('PRAGMA journal_mode = WAL');
      db.exec(`BEGIN IMMEDIATE;
        DROP TABLE IF EXISTS runs;
        CREATE TABLE runs (dir TEXT PRIMARY KEY, id TEXT NOT NULL, createdAt REAL NOT NULL, summary TEXT NOT NULL);
        PRAGMA user_version = ${VERSION};
        COMMIT`);
    }
    db.exec('PRAGMA synchronous = NORMAL');
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/** `index.sqlite`: the last known summary of every run, so that a list needs no folder opened. Only a cache. */
export class RunIndex {
  readonly #db: DatabaseSync;

  /** A damaged index is thrown away: the folders hold everything. */
  constructor(path: string) {
    try {
      this.#db = openDatabase(path);
    } catch (thrown) {
      if (!isCorrupt(thrown)) throw storeError(thrown, path);
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
      this.#db = openDatabase(path);
    }
  }

  put(summary: RunSummary): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?)')
      .run(summary.runDir, summary.id, summary.createdAt, JSON.stringify(summary));
  }

  remove(dir: string): void {
    this.#db.prepare('DELETE FROM runs WHERE dir = ?').run(dir);
  }

  /** The folder of a run, newest first where two have the same id. */
  find(id: string): string | null {
    const row = this.#db.prepare('SELECT dir FROM runs WHERE id = ? ORDER BY createdAt DESC').get(id);
    return row === undefined ? null : String(row.dir);
  }

  /** Newest first. */
  all(): readonly RunSummary[] {
    const rows = this.#db.prepare('SELECT summary FROM runs ORDER BY createdAt DESC, id DESC').all();
    return rows.flatMap((row) => {
      const parsed = runSummarySchema.safeParse(JSON.parse(String(row.summary)));
      return parsed.success ? [parsed.data] : [];
    });
  }

  close(): void {
    this.#db.close();
  }
}
