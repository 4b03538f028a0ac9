import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POINTS_SCHEMA, POINTS_SUMS, PointSeries } from './pointSeries.ts';

const COUNT = 20_000;
/** Several points a round, now and then a spike. */
const point = (n: number) => ({
  round: Math.floor(n / 3),
  step: n * 5,
  time: n * 7 + (n % 2),
  value: n % 3571 === 0 ? 50 + n : Math.sin(n / 50),
});

let db: DatabaseSync;
let points: PointSeries;

beforeAll(() => {
  db = new DatabaseSync(':memory:');
  db.exec(`${POINTS_SCHEMA} ${POINTS_SUMS}`);
  points = new PointSeries(db);
  db.exec('BEGIN');
  for (let n = 0; n < COUNT; n++) {
    const { value, ...place } = point(n);
    points.add(place, { a: value });
  }
  db.exec('COMMIT');
});
afterAll(() => db.close());

const all = Array.from({ length: COUNT }, (_, n) => point(n));

describe('buckets of a series', () => {
  it('of any stretch on any axis say of its points what the points themselves say', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('round' as const, 'step' as const, 'time' as const),
        fc.integer({ min: 0, max: COUNT - 1 }),
        fc.integer({ min: 1, max: COUNT }),
        fc.integer({ min: 2, max: 3000 }),
        (axis, first, length, maxPoints) => {
          const from = all[first]![axis];
          const to = all[Math.min(COUNT - 1, first + length)]![axis];
          const wanted = all.filter((one) => one[axis] >= from && one[axis] <= to);
          const [series] = points.read(['a'], maxPoints, { axis, from, to });
          expect(series?.last.length).toBeLessThanOrEqual(maxPoints);
          expect(series?.total).toBe(COUNT);
          let at = 0;
          series?.step.forEach((step, bucket) => {
            const start = at;
            while (at < wanted.length && wanted[at]!.step <= step) at += 1;
            const inside = wanted.slice(start, at).map(({ value }) => value);
            expect(inside.length).toBeGreaterThan(0);
            expect([series.min[bucket], series.max[bucket], series.last[bucket]]).toEqual([
              Math.min(...inside),
              Math.max(...inside),
              inside.at(-1),
            ]);
          });
          expect(at).toBe(wanted.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are as fine as asked for, up to twice', () => {
    for (const maxPoints of [10, 100, 1000, 9000]) {
      const [series] = points.read(['a'], maxPoints);
      expect(series?.last.length).toBeGreaterThan(maxPoints / 2 - 1);
    }
  });

  it('of all series share what there is room for', () => {
    const [series] = points.readAll(500, 32);
    expect(series?.last.length).toBeLessThanOrEqual(500);
    expect(Math.max(...(series?.max ?? []))).toBe(50 + 3571 * 5);
    expect(points.readAll(1, 32)[0]?.last.length).toBeGreaterThan(15);
  });

  it('that were summed up before in blocks of 64 are summed up anew', () => {
    const old = new DatabaseSync(':memory:');
    old.exec(POINTS_SCHEMA);
    old.exec(`INSERT INTO series VALUES (1, 'a')`);
    const insert = old.prepare('INSERT INTO points VALUES (1, ?, ?, ?, ?, ?)');
    for (let n = 0; n < 1000; n++) {
      const { round, step, time, value } = point(n);
      insert.run(n, round, step, time, value);
    }
    old.exec(POINTS_SUMS);
    const [series] = new PointSeries(old).read(['a'], 40);
    expect(series?.size).toBe(32);
    expect(series?.max[0]).toBe(50);
    expect(series?.max[1]).toBe(Math.max(...all.slice(32, 64).map(({ value }) => value)));
    old.close();
  });
});
