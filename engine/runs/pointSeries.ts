import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Series } from '../protocol/api/measured.ts';

/** Points a row of `sums` stands for: powers of two, each dividing the next. */
const SIZES = [8, 64, 512] as const;
const SMALLEST = SIZES[0];

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

/** Sums of several sizes in place of `blocks` of 64 points. */
export const POINTS_SUMS = `
  DROP TABLE IF EXISTS blocks;
  CREATE TABLE IF NOT EXISTS sums (
    series INTEGER NOT NULL, size INTEGER NOT NULL, block INTEGER NOT NULL, low REAL NOT NULL, high REAL NOT NULL,
    PRIMARY KEY (series, size, block)
  ) WITHOUT ROWID;
  ${SIZES.map(
    (size) => `
  INSERT OR REPLACE INTO sums
    SELECT series, ${size}, n / ${size}, min(value), max(value) FROM points
    GROUP BY series, n / ${size} HAVING count(*) = ${size};`,
  ).join('')}
`;

/** A stretch of a series, by what rises along it. Milliseconds of the run's clock where that is time. */
export interface SeriesRange {
  readonly axis: 'round' | 'step' | 'time';
  /** Absent: from the beginning; to the end. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

interface Place {
  readonly round: number;
  readonly step: number;
  readonly time: number;
}

type Columns = { -readonly [K in keyof Series]: Series[K] };

const emptySeries = (name: string): Columns => ({
  name,
  size: 1,
  total: 0,
  round: [],
  step: [],
  time: [],
  last: [],
  min: [],
  max: [],
});

/**
 * The metric points of one run. Point n of a series is its n-th measurement. Every 8, 64 and 512 points are summed up in a
 * row of `sums`, so that a bucket is made of fewer than ten rows, whatever it stands for.
 */
export class PointSeries {
  readonly #ids = new Map<string, number>();
  readonly #insert: StatementSync;
  readonly #insertSmallest: StatementSync;
  readonly #insertSum: StatementSync;
  readonly #insertName: StatementSync;
  readonly #selectName: StatementSync;
  readonly #selectNames: StatementSync;
  readonly #count: StatementSync;
  readonly #placeAt: StatementSync;
  readonly #raw: StatementSync;
  readonly #bucketed: StatementSync;
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#insert = db.prepare(
      `INSERT INTO points SELECT ?1, coalesce(max(n) + 1, 0), ?2, ?3, ?4, ?5 FROM points WHERE series = ?1
       RETURNING n`,
    );
    this.#insertSmallest = db.prepare(
      `INSERT OR REPLACE INTO sums SELECT ?1, ${SMALLEST}, ?2, min(value), max(value) FROM points
       WHERE series = ?1 AND n >= ?2 * ${SMALLEST} AND n < (?2 + 1) * ${SMALLEST}`,
    );
    // ?4: of how many sums of the size below, ?5, one is made.
    this.#insertSum = db.prepare(
      `INSERT OR REPLACE INTO sums SELECT ?1, ?2, ?3, min(low), max(high) FROM sums
       WHERE series = ?1 AND size = ?5 AND block >= ?3 * ?4 AND block < (?3 + 1) * ?4`,
    );
    this.#insertName = db.prepare('INSERT INTO series (name) VALUES (?) RETURNING id');
    this.#selectName = db.prepare('SELECT id FROM series WHERE name = ?');
    this.#selectNames = db.prepare('SELECT id, name FROM series ORDER BY id');
    this.#count = db.prepare('SELECT coalesce(max(n) + 1, 0) AS count FROM points WHERE series = ?');
    this.#placeAt = db.prepare('SELECT round, step, time FROM points WHERE series = ? AND n = ?');
    this.#raw = db.prepare(
      'SELECT round, step, time, value FROM points WHERE series = ? AND n >= ? AND n <= ? ORDER BY n',
    );
    // node:sqlite binds every number as a float, so a whole-number division needs a cast.
    // Whole sums of size ?7, the ragged ends from `points`; the last point of a bucket stands for its place.
    this.#bucketed = db.prepare(
      `WITH parts AS (
         SELECT n / CAST(?4 AS INTEGER) AS bucket, n AS last, value AS low, value AS high FROM points
           WHERE series = ?1 AND n >= ?2 AND n < ?5 * ?7
         UNION ALL
         SELECT n / CAST(?4 AS INTEGER), n, value, value FROM points
           WHERE series = ?1 AND n >= ?6 * ?7 AND n <= ?3
         UNION ALL
         SELECT block * CAST(?7 AS INTEGER) / CAST(?4 AS INTEGER), (block + 1) * CAST(?7 AS INTEGER) - 1, low, high
           FROM sums WHERE series = ?1 AND size = ?7 AND block >= ?5 AND block < ?6
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
      this.#sumUp(id, n + 1);
    }
  }

  /** @param count points the series has now */
  #sumUp(id: number, count: number): void {
    if (count % SMALLEST !== 0) return;
    this.#insertSmallest.run(id, count / SMALLEST - 1);
    let below: number = SMALLEST;
    for (const size of SIZES.slice(1)) {
      if (count % size !== 0) return;
      this.#insertSum.run(id, size, count / size - 1, size / below, below);
      below = size;
    }
  }

  /** Call inside a transaction. */
  truncateAfter(round: number): void {
    this.#db.prepare('DELETE FROM points WHERE round > ?').run(round);
    this.#db
      .prepare(
        `DELETE FROM sums WHERE (block + 1) * size >
           (SELECT coalesce(max(n) + 1, 0) FROM points WHERE points.series = sums.series)`,
      )
      .run();
  }

  /** `names` may end in `*`. At most `maxPoints` buckets each; series without points are left out. */
  read(names: readonly string[], maxPoints: number, range?: SeriesRange): readonly Series[] {
    const exact = new Set(names.filter((name) => !name.endsWith('*')));
    const prefixes = names.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
    return this.#named()
      .filter(({ name }) => exact.has(name) || prefixes.some((prefix) => name.startsWith(prefix)))
      .map(({ id, name }) => this.#readOne(id, name, maxPoints, range))
      .filter((series) => series.round.length > 0);
  }

  /** All series, in about `buckets` buckets together. */
  readAll(buckets: number, least: number): readonly Series[] {
    const all = this.#named();
    const maxPoints = Math.max(least, Math.floor(buckets / Math.max(1, all.length)));
    return all
      .map(({ id, name }) => this.#readOne(id, name, maxPoints))
      .filter((series) => series.round.length > 0);
  }

  #named(): readonly { readonly id: number; readonly name: string }[] {
    return this.#selectNames.all().map(({ id, name }) => ({ id: Number(id), name: String(name) }));
  }

  #readOne(
    id: number,
    name: string,
    maxPoints: number,
    { axis, from, to }: SeriesRange = { axis: 'round' },
  ): Series {
    const series = emptySeries(name);
    const { count } = this.#count.get(id) as { count: number }; // an aggregate always gives one row
    const first = from === undefined ? 0 : this.#firstWith(id, count, axis, (place) => place >= from);
    const end = to === undefined ? count : this.#firstWith(id, count, axis, (place) => place > to);
    const last = end - 1;
    series.total = count;
    if (last < first) return series;
    let size = 1;
    while (Math.floor(last / size) - Math.floor(first / size) + 1 > maxPoints) size *= 2;
    series.size = size;
    const rows =
      size === 1
        ? this.#raw.iterate(id, first, last)
        : this.#bucketed.iterate(id, first, last, size, ...wholeSums(first, end, size));
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

  /** The first point whose place fulfils `holds`, by bisection: places never fall along a series. */
  #firstWith(
    id: number,
    count: number,
    axis: SeriesRange['axis'],
    holds: (place: number) => boolean,
  ): number {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (holds(Number(this.#placeAt.get(id, middle)?.[axis]))) high = middle;
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

/**
 * [first sum, sum after the last, points of a sum] wholly inside [first, end), of the largest size that fits into a
 * bucket; none where buckets are smaller than all of them.
 */
function wholeSums(first: number, end: number, bucket: number): [number, number, number] {
  const size = SIZES.findLast((one) => one <= bucket) ?? SMALLEST;
  const from = Math.ceil(first / size);
  const to = Math.floor(end / size);
  return bucket >= size && to > from ? [from, to, size] : [from, from, size];
}
