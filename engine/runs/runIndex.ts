import { rmSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { ACTIVE_STATES } from '../protocol/activeRun.ts';
import {
  type RunListing,
  type RunPage,
  type RunQuery,
  type RunSort,
  runListingSchema,
} from '../protocol/api/runs.ts';
import { isCorrupt, storeError } from './storeError.ts';

const BUSY_TIMEOUT = 10_000;
const VERSION = 2;

function openDatabase(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
  try {
    if (Number(db.prepare('PRAGMA user_version').get()?.user_version) !== VERSION) {
      db.exec('PRAGMA journal_mode = WAL');
      db.exec(`BEGIN IMMEDIATE;
        DROP TABLE IF EXISTS runs;
        CREATE TABLE runs (
          dir TEXT PRIMARY KEY, id TEXT NOT NULL, createdAt REAL NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL,
          words TEXT NOT NULL, bytes REAL NOT NULL, listing TEXT NOT NULL
        );
        CREATE INDEX runStates ON runs (state);
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

const field = (path: string): string => `json_extract(listing, '$.${path}')`;
const metric = (name: string): string => field(`metrics."swarm/${name}"`);
/** What each order sorts by; runs that were not measured stand last either way. */
const ORDERS: Readonly<Record<RunSort, string>> = {
  created: 'createdAt',
  name: 'name COLLATE NOCASE',
  state: 'state',
  round: field('round'),
  seed: field('seed'),
  fish: field('fish'),
  accuracy: metric('accuracy'),
  loss: metric('loss'),
  executor: field('executor'),
  version: field('engineVersion'),
  bytes: 'bytes',
};

/** `index.sqlite`: the last known listing of every run, so that a list needs no folder opened. Only a cache. */
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

  put(listing: RunListing): void {
    const { runDir, id, createdAt, name, state, bytes, tags, note } = listing;
    const words = [name, ...tags, note, id].join('\n').toLowerCase();
    this.#db
      .prepare('INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(runDir, id, createdAt, name, state, words, bytes, JSON.stringify(listing));
  }

  remove(dir: string): void {
    this.#db.prepare('DELETE FROM runs WHERE dir = ?').run(dir);
  }

  /** The folder of a run, newest first where two have the same id. */
  find(id: string): string | null {
    const row = this.#db.prepare('SELECT dir FROM runs WHERE id = ? ORDER BY createdAt DESC').get(id);
    return row === undefined ? null : String(row.dir);
  }

  /** Those of all runs it knows. */
  folders(): ReadonlySet<string> {
    return new Set(this.#texts('SELECT dir AS text FROM runs'));
  }

  /** Newest first. */
  all(): readonly RunListing[] {
    return this.#listings('SELECT listing FROM runs ORDER BY createdAt DESC, id DESC');
  }

  /** Those somebody should be working on. */
  active(): readonly RunListing[] {
    return this.#listings(
      `SELECT listing FROM runs WHERE state IN (${ACTIVE_STATES.map((state) => `'${state}'`).join()})`,
    );
  }

  page({ search, states, name, tag, sort, down, offset, limit }: RunQuery): RunPage {
    const words = search
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const conditions = [
      'TRUE',
      ...words.map(() => 'instr(words, ?) > 0'),
      ...(states.length === 0 ? [] : [`state IN (${states.map(() => '?').join(', ')})`]),
      ...(name === null ? [] : ['name = ?']),
      ...(tag === null ? [] : [`EXISTS (SELECT 1 FROM json_each(listing, '$.tags') WHERE value = ?)`]),
    ].join(' AND ');
    const values: SQLInputValue[] = [
      ...words,
      ...states,
      ...(name === null ? [] : [name]),
      ...(tag === null ? [] : [tag]),
    ];
    const whole = this.#db.prepare('SELECT count(*) AS n, coalesce(sum(bytes), 0) AS bytes FROM runs').get();
    const found = this.#db.prepare(`SELECT count(*) AS n FROM runs WHERE ${conditions}`).get(...values);
    const order = `${ORDERS[sort]} ${down ? 'DESC' : 'ASC'} NULLS LAST, createdAt DESC, id DESC`;
    return {
      runs: this.#listings(
        `SELECT listing FROM runs WHERE ${conditions} ORDER BY ${order} LIMIT ? OFFSET ?`,
        ...values,
        limit,
        offset,
      ),
      found: Number(found?.n),
      all: Number(whole?.n),
      bytes: Number(whole?.bytes),
      names: this.#texts('SELECT DISTINCT name AS text FROM runs ORDER BY name COLLATE NOCASE'),
      tags: this.#texts(
        `SELECT DISTINCT value AS text FROM runs, json_each(listing, '$.tags') ORDER BY value COLLATE NOCASE`,
      ),
    };
  }

  close(): void {
    this.#db.close();
  }

  #listings(sql: string, ...values: SQLInputValue[]): RunListing[] {
    return this.#db
      .prepare(sql)
      .all(...values)
      .flatMap((row) => {
        const parsed = runListingSchema.safeParse(JSON.parse(String(row.listing)));
        return parsed.success ? [parsed.data] : [];
      });
  }

  #texts(sql: string): string[] {
    return this.#db
      .prepare(sql)
      .all()
      .map((row) => String(row.text));
  }
}
