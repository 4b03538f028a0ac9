import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Series } from '../protocol/api.ts';

/** Points a row of `blocks` stands for; a power of two. */
const BLOCK = 64;

export const POINTS_SCHEMA = `
  CREATE TABLE IF NOT EXISTS series (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS points (
    series INTEGER NOT NULL, n INTEGER NOT NULL,
    round INTEGER NOT NULL, step INTEGER NOT NULL, time REAL NOT NULL, value REAL NOT NULL,
    PRIMARY KEY (series, n)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS blocks (
    series INTEGER NOT NULL, block INTEGER NOT NULL, low REAL NOT NULL, high REAL NOT NULL,
    PRIMARY KEY (series, block)
  ) WITHOUT ROWID;
`;

interface Place {
  readonly round: number;
  readonly step: number;
  readonly time: number;
}

type Columns = { -readonly [K in keyof Series]: Series[K] };

const emptySeries = (name: string): Columns => ({
  name,
  round: [],
  step: [],
  time: [],
  last: [],
  min: [],
  max: [],
});

/**
 * The metric points of one run. Point n of a series is its n-th measurement. Every 64 points are summed up in a row of
 * `blocks`, so that a million points are drawn from some 16,000 rows.
 */
export class PointSeries {
  readonly #ids = new Map<string, number>();
  readonly #insert: StatementSync;
  readonly #insertBlock: StatementSync;
  readonly #insertName: StatementSync;
  readonly #selectName: StatementSync;
  readonly #selectNames: StatementSync;
  readonly #count: StatementSync;
  readonly #roundAt: StatementSync;
  readonly #raw: StatementSync;
  readonly #bucketed: StatementSync;
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#insert = db.prepare(
      `INSERT INTO points SELECT ?1, coalesce(max(n) + 1, 0), ?2, ?3, ?4, ?5 FROM points WHERE series = ?1
       RETURNING n`,
    );
    this.#insertBlock = db.prepare(
      `INSERT OR REPLACE INTO blocks SELECT ?1, ?2, min(value), max(value) FROM points
       WHERE series = ?1 AND n >= ?2 * ${BLOCK} AND n < (?2 + 1) * ${BLOCK}`,
    );
    this.#insertName = db.prepare('INSERT INTO series (name) VALUES (?) RETURNING id');
    this.#selectName = db.prepare('SELECT id FROM series WHERE name = ?');
    this.#selectNames = db.prepare('SELECT id, name FROM series ORDER BY id');
    this.#count = db.prepare('SELECT coalesce(max(n) + 1, 0) AS count FROM points WHERE series = ?');
    this.#roundAt = db.prepare('SELECT round FROM points WHERE series = ? AND n = ?');
    this.#raw = db.prepare(
      'SELECT round, step, time, value FROM points WHERE series = ? AND n >= ? AND n <= ? ORDER BY n',
    );
    // node:sqlite binds every number as a float, so a whole-number division needs a cast.
    // Whole blocks from `blocks`, the ragged ends from `points`; the last point of a bucket stands for its place.
    this.#bucketed = db.prepare(
      `WITH parts AS (
         SELECT n / CAST(?4 AS INTEGER) AS bucket, n AS last, value AS low, value AS high FROM points
           WHERE series = ?1 AND ((n >= ?2 AND n < ?5 * ${BLOCK}) OR (n >= ?6 * ${BLOCK} AND n <= ?3))
         UNION ALL
         SELECT block * ${BLOCK} / CAST(?4 AS INTEGER), block * ${BLOCK} + ${BLOCK - 1}, low, high FROM blocks
           WHERE series = ?1 AND block >= ?5 AND block < ?6
       ), buckets AS MATERIALIZED (
         SELECT max(last) AS last, min(low) AS low, max(high) AS high FROM parts GROUP BY bucket
       )
       SELECT round, step, time, value, low, high FROM buckets
         CROSS JOIN points ON points.series = ?1 AND points.n = buckets.last ORDER BY buckets.last`,
    );
  }

  /** Call inside a transaction. Values that are not finite have no place on a chart and are left out. */
  add(place: Place, values: Readonly<Record<string, number>>): void {
    for (const [name, value] of Object.entries(values)) {
      if (!Number.isFinite(value)) continue;
      const id = this.#idFor(name);
      // RETURNING gives exactly one row
      const { n } = this.#insert.get(id, place.round, place.step, place.time, value) as { n: number };
      if ((n + 1) % BLOCK === 0) this.#insertBlock.run(id, (n + 1) / BLOCK - 1);
    }
  }

  /** Call inside a transaction. */
  truncateAfter(round: number): void {
    this.#db.prepare('DELETE FROM points WHERE round > ?').run(round);
    this.#db
      .prepare(
        `DELETE FROM blocks WHERE (block + 1) * ${BLOCK} >
           (SELECT coalesce(max(n) + 1, 0) FROM points WHERE points.series = blocks.series)`,
      )
      .run();
  }

  /** `names` may end in `*`. At most `maxPoints` buckets each; series without points are left out. */
  read(
    names: readonly string[],
    maxPoints: number,
    fromRound = Number.NEGATIVE_INFINITY,
    toRound = Number.POSITIVE_INFINITY,
  ): readonly Series[] {
    const all = this.#selectNames.all() as unknown as { id: number; name: string }[]; // the columns selected
    const exact = new Set(names.filter((name) => !name.endsWith('*')));
    const prefixes = names.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
    return all
      .filter(({ name }) => exact.has(name) || prefixes.some((prefix) => name.startsWith(prefix)))
      .map(({ id, name }) => this.#readOne(id, name, maxPoints, fromRound, toRound))
      .filter((series) => series.round.length > 0);
  }

  #readOne(id: number, name: string, maxPoints: number, fromRound: number, toRound: number): Series {
    const series = emptySeries(name);
    const { count } = this.#count.get(id) as { count: number }; // an aggregate always gives one row
    const first =
      fromRound === Number.NEGATIVE_INFINITY ? 0 : this.#firstWith(id, count, (r) => r >= fromRound);
    const end = toRound === Number.POSITIVE_INFINITY ? count : this.#firstWith(id, count, (r) => r > toRound);
    const last = end - 1;
    if (last < first) return series;
    let size = 1;
    while (Math.floor(last / size) - Math.floor(first / size) + 1 > maxPoints) size *= 2;
    const rows =
      size === 1
        ? this.#raw.iterate(id, first, last)
        : this.#bucketed.iterate(id, first, last, size, ...this.#wholeBlocks(first, end, size));
    for (const row of rows) {
      const value = Number(row.value);
      series.round.push(Number(row.round));
      series.step.push(Number(row.step));
      series.time.push(Number(row.time));
      series.last.push(value);
      series.min.push(size === 1 ? value : Number(row.low));
      series.max.push(size === 1 ? value : Number(row.high));
    }
    return series;
  }

  /** [first block, block after the last] wholly inside [first, end); none where buckets are smaller than blocks. */
  #wholeBlocks(first: number, end: number, size: number): [number, number] {
    const from = Math.ceil(first / BLOCK);
    const to = Math.floor(end / BLOCK);
    return size >= BLOCK && to > from ? [from, to] : [from, from];
  }

  /** The first point whose round fulfils `holds`, by bisection: rounds never fall along a series. */
  #firstWith(id: number, count: number, holds: (round: number) => boolean): number {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (holds(Number(this.#roundAt.get(id, middle)?.round))) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #idFor(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const row = this.#selectName.get(name) ?? this.#insertName.get(name);
    const id = Number(row?.id);
    this.#ids.set(name, id);
    return id;
  }

  /** After a rollback names given in it are gone. */
  forget(): void {
    this.#ids.clear();
  }
}
