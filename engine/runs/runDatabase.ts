import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import type { RunHistory, Series } from '../protocol/api/measured.ts';
import type { RunLabels, RunSummary } from '../protocol/api/runs.ts';
import type { RunEvent, RunEventBody, RunState } from '../protocol/events.ts';
import { POINTS_SCHEMA, POINTS_SUMS, PointSeries, type SeriesRange } from './pointSeries.ts';
import { storeError } from './storeError.ts';

/** Milliseconds to wait for another writer of the same run (the host beside the training worker). */
const BUSY_TIMEOUT = 10_000;

/** What makes version n+1 of version n, in order. Fixtures of old versions: ./fixtures. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS run (one INTEGER PRIMARY KEY CHECK (one = 1), summary TEXT NOT NULL, document TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS events (
    id INTEGER PRIMARY KEY, round INTEGER NOT NULL, time REAL NOT NULL, type TEXT NOT NULL, body TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS eventTypes ON events (type, id);
  CREATE TABLE IF NOT EXISTS rewinds (epoch INTEGER PRIMARY KEY, lastEvent INTEGER NOT NULL);
  ${POINTS_SCHEMA}`,
  `UPDATE run SET summary = json_set(summary, '$.tags', json_array(), '$.note', '')`,
  POINTS_SUMS,
];
const VERSION = MIGRATIONS.length;
const versionOf = (db: DatabaseSync): number => Number(db.prepare('PRAGMA user_version').get()?.user_version);

/** Whichever thread comes first brings the database to this version. */
function migrate(db: DatabaseSync): void {
  db.exec('PRAGMA journal_mode = WAL');
  db.exec('BEGIN IMMEDIATE');
  for (const step of MIGRATIONS.slice(versionOf(db))) db.exec(step);
  db.exec(`PRAGMA user_version = ${VERSION}; COMMIT`);
}

/**
 * `events.sqlite` of one run: its summary, events and metric points. Writes of one burst of synchronous code form one
 * transaction, committed in the microtask after it, so two threads can write in turn and numbers never have gaps.
 */
export class RunDatabase {
  readonly #path: string;
  readonly #db: DatabaseSync;
  readonly #points: PointSeries;
  readonly #insertEvent: StatementSync;
  readonly #lastId: StatementSync;
  #writing = false;
  #failure: ShuuraiError | null = null;

  constructor(path: string) {
    this.#path = path;
    let db: DatabaseSync | undefined;
    try {
      db = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
      const version = versionOf(db);
      if (version > VERSION) {
        throw new ShuuraiError(
          'not-found',
          t`The run at ${path} was written by a newer version of Shuurai. Update Shuurai to open it.`,
        );
      }
      if (version < VERSION) migrate(db);
      // A commit survives the death of the process; `flush` makes it survive that of the machine.
      db.exec('PRAGMA synchronous = NORMAL');
      this.#db = db;
      this.#points = new PointSeries(db);
      this.#insertEvent = db.prepare(
        'INSERT INTO events (id, round, time, type, body) VALUES (?, ?, ?, ?, ?)',
      );
      this.#lastId = db.prepare('SELECT coalesce(max(id), 0) AS id FROM events');
    } catch (thrown) {
      db?.close();
      throw storeError(thrown, path);
    }
  }

  insertRun(summary: RunSummary, document: string): void {
    this.#write(() => {
      this.#db.prepare('INSERT INTO run VALUES (1, ?, ?)').run(JSON.stringify(summary), document);
    });
  }

  /** null in a database whose first transaction never ended. */
  summary(): unknown {
    const row = this.#get('SELECT summary FROM run');
    return row === undefined ? null : JSON.parse(String(row.summary));
  }

  document(): string {
    return String(this.#get('SELECT document FROM run')?.document ?? '');
  }

  /** Replaces the given fields of the summary and leaves the others, whoever wrote them. */
  updateSummary(change: Readonly<Record<string, unknown>>): void {
    const entries = Object.entries(change).filter(([, value]) => value !== undefined);
    if (entries.length === 0) return;
    const sets = entries.map(() => '?, json(?)').join(', ');
    const values: SQLInputValue[] = entries.flatMap(([key, value]) => [`$.${key}`, JSON.stringify(value)]);
    this.#write(() => {
      this.#db.prepare(`UPDATE run SET summary = json_set(summary, ${sets})`).run(...values);
    });
  }

  label({ add, remove, note }: RunLabels): void {
    this.#write(() => {
      const row = this.#db.prepare(`SELECT json_extract(summary, '$.tags') AS tags FROM run`).get();
      const before: string[] = JSON.parse(String(row?.tags ?? '[]')); // written here and by the migration
      const tags = [...new Set([...before.filter((tag) => !remove.includes(tag)), ...add])];
      this.updateSummary({ tags, note });
    });
  }

  append(round: number, time: number, body: RunEventBody): RunEvent {
    const kept = body.type === 'metrics' ? { ...body, values: finite(body.values) } : body;
    return this.#write(() => {
      const id = this.#lastEventId() + 1;
      this.#insertEvent.run(id, round, time, kept.type, JSON.stringify(kept));
      if (kept.type === 'metrics') this.#points.add({ round, step: kept.step, time }, kept.values);
      return { id, round, time, ...kept };
    });
  }

  events(after: number, limit: number, types: readonly string[] = [], figuresAfter = 0): readonly RunEvent[] {
    const ofType = types.length === 0 ? '' : `AND type IN (${types.map(() => '?').join(', ')})`;
    const figures = figuresAfter <= after ? '' : `AND (id > ? OR type NOT IN ('metrics', 'audit'))`;
    const rows = this.#read(() =>
      this.#db
        .prepare(
          `SELECT id, round, time, body FROM events WHERE id > ? ${ofType} ${figures} ORDER BY id LIMIT ?`,
        )
        .all(after, ...types, ...(figures === '' ? [] : [figuresAfter]), limit),
    );
    return rows.map(({ id, round, time, body }) => {
      const parsed: RunEventBody = JSON.parse(String(body)); // written by append, from that type
      return { id: Number(id), round: Number(round), time: Number(time), ...parsed };
    });
  }

  /** In one transaction: the state and its event, at the place of the last event, if the state is one of `from`. */
  interpose(state: RunState, from: readonly RunState[], reason: string | undefined): RunEvent | null {
    const event = this.#write(() => {
      const row = this.#db
        .prepare(
          `SELECT json_extract(summary, '$.state') AS state, json_extract(summary, '$.createdAt') AS createdAt,
             coalesce((SELECT round FROM events ORDER BY id DESC LIMIT 1), 0) AS round,
             coalesce((SELECT time FROM events ORDER BY id DESC LIMIT 1), 0) AS time FROM run`,
        )
        .get();
      if (row === undefined || !from.some((known) => known === row.state)) return null;
      this.updateSummary({ state });
      const time = Math.max(Number(row.time), Date.now() - Number(row.createdAt));
      return this.append(Number(row.round), time, {
        type: 'state',
        state,
        ...(reason === undefined ? {} : { reason }),
      });
    });
    this.commit();
    return event;
  }

  lastEventId(): number {
    return this.#read(() => this.#lastEventId());
  }

  series(names: readonly string[], maxPoints: number, range?: SeriesRange): readonly Series[] {
    return this.#read(() => this.#points.read(names, maxPoints, range));
  }

  /** Read together: no event is told of that the series do not hold. */
  history(buckets: number, least: number): RunHistory {
    return this.#read(() => {
      this.commit();
      this.#db.exec('BEGIN');
      try {
        return {
          lastEvent: this.#lastEventId(),
          epoch: this.epoch(),
          series: [...this.#points.readAll(buckets, least)],
        };
      } finally {
        this.#db.exec('COMMIT');
      }
    });
  }

  /** Keeps the events before the first one of a later round, and begins a new epoch of numbers. */
  truncateAfter(round: number): void {
    this.#write(() => {
      this.#db
        .prepare('DELETE FROM events WHERE id >= (SELECT min(id) FROM events WHERE round > ?)')
        .run(round);
      this.#points.truncateAfter(round);
      this.#db.prepare('INSERT INTO rewinds (lastEvent) VALUES (?)').run(this.#lastEventId());
    });
  }

  /** How often event numbers have begun anew from an earlier one. */
  epoch(): number {
    return Number(this.#get('SELECT coalesce(max(epoch), 0) AS epoch FROM rewinds')?.epoch);
  }

  /** The last event that still is what a reader of `epoch` saw under that number. */
  lastCommonEvent(epoch: number): number {
    const row = this.#get('SELECT min(lastEvent) AS last FROM rewinds WHERE epoch > ?', epoch);
    return typeof row?.last === 'number' ? row.last : Number.MAX_SAFE_INTEGER;
  }

  commit(): void {
    if (this.#failure !== null) {
      const failure = this.#failure;
      this.#failure = null;
      throw failure;
    }
    if (!this.#writing) return;
    this.#writing = false;
    try {
      this.#db.exec('COMMIT');
    } catch (thrown) {
      this.#rollback();
      throw storeError(thrown, this.#path);
    }
  }

  /** Commits, and moves the write-ahead log to the disk for good. */
  flush(): void {
    this.commit();
    this.#read(() => this.#db.prepare('PRAGMA wal_checkpoint(PASSIVE)').get());
  }

  close(): void {
    try {
      this.commit();
    } finally {
      if (this.#db.isOpen) this.#db.close();
    }
  }

  #lastEventId(): number {
    return Number(this.#lastId.get()?.id);
  }

  #get(sql: string, ...values: SQLInputValue[]) {
    return this.#read(() => this.#db.prepare(sql).get(...values));
  }

  #read<T>(work: () => T): T {
    try {
      return work();
    } catch (thrown) {
      throw storeError(thrown, this.#path);
    }
  }

  #write<T>(work: () => T): T {
    if (this.#failure !== null) this.commit();
    try {
      if (!this.#writing) {
        this.#db.exec('BEGIN IMMEDIATE');
        this.#writing = true;
        queueMicrotask(() => this.#commitLater());
      }
      return work();
    } catch (thrown) {
      this.#rollback();
      throw storeError(thrown, this.#path);
    }
  }

  #commitLater(): void {
    if (!this.#writing) return;
    try {
      this.commit();
    } catch (thrown) {
      this.#failure = storeError(thrown, this.#path); // thrown by the next call
    }
  }

  #rollback(): void {
    this.#writing = false;
    this.#points.forget();
    if (this.#db.isOpen && this.#db.isTransaction) this.#db.exec('ROLLBACK');
  }
}

function finite(values: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => Number.isFinite(value)));
}
