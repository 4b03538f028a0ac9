import { describe, expect, it } from 'vitest';
import { bucketsFor, SeriesBuffer } from './seriesBuffer.ts';

const SPIKE = 77_777;
const value = (at: number): number => (at === SPIKE ? 99 : Math.sin(at / 900));

/** What each bucket should hold, from the points themselves. */
function expectTrue(buffer: SeriesBuffer, points: number): void {
  const { step, value: last, low, high } = buffer.columns();
  let start = 0;
  for (let bucket = 0; bucket < buffer.length; bucket += 1) {
    const end = step[bucket]! + 1;
    const inside = Array.from({ length: end - start }, (_, offset) => value(start + offset));
    expect([low[bucket], high[bucket], last[bucket]]).toEqual([
      Math.min(...inside),
      Math.max(...inside),
      inside.at(-1),
    ]);
    start = end;
  }
  expect(start).toBe(points);
}

describe('SeriesBuffer', () => {
  it('keeps every point of a short run', () => {
    const buffer = new SeriesBuffer();
    for (let at = 0; at < 4000; at += 1) buffer.push(at, at, at, at, value(at));
    expect([buffer.length, buffer.size, buffer.total]).toEqual([4000, 1, 4000]);
    expectTrue(buffer, 4000);
  });

  it('stays bounded in a run of 100,000 points and loses no spike', () => {
    const buffer = new SeriesBuffer();
    for (let at = 0; at < 100_000; at += 1) buffer.push(at, at, at, at, value(at), 1024);
    expect(buffer.length).toBeLessThanOrEqual(1024);
    expect(buffer.length).toBeGreaterThan(500);
    expect(buffer.total).toBe(100_000);
    expect(Math.max(...buffer.columns().high)).toBe(99);
    expect(buffer.last).toBe(value(99_999));
    expectTrue(buffer, 100_000);
  });

  it('goes on from what the engine stored, in the middle of a bucket', () => {
    const points = 1003;
    const size = 8;
    const ends = Array.from({ length: Math.ceil(points / size) }, (_, bucket) =>
      Math.min(points, (bucket + 1) * size),
    );
    const inside = (bucket: number): number[] =>
      Array.from({ length: ends[bucket]! - bucket * size }, (_, offset) => value(bucket * size + offset));
    const places = ends.map((end) => end - 1);
    const buffer = SeriesBuffer.from(
      {
        name: 'a',
        size,
        total: points,
        round: places,
        step: places,
        time: places,
        last: places.map(value),
        min: ends.map((_, bucket) => Math.min(...inside(bucket))),
        max: ends.map((_, bucket) => Math.max(...inside(bucket))),
      },
      7,
    );
    for (let at = points; at < 5000; at += 1) buffer.push(at, at, at, at, value(at), 256);
    expect(buffer.length).toBeLessThanOrEqual(256);
    expectTrue(buffer, 5000);
  });

  it('takes points back, and says where it cannot', () => {
    const exact = new SeriesBuffer();
    for (let at = 1; at <= 10; at += 1) exact.push(at, at, at, at, at);
    expect(exact.takeBackFrom(6)).toBe(true);
    expect([...exact.columns().value]).toEqual([1, 2, 3, 4, 5]);
    exact.push(6, 6, 6, 6, 60);
    expect([...exact.columns().value]).toEqual([1, 2, 3, 4, 5, 60]);
    const joined = new SeriesBuffer();
    for (let at = 1; at <= 1000; at += 1) joined.push(at, at, at, at, at, 256);
    expect(joined.takeBackFrom(2000)).toBe(true);
    expect(joined.takeBackFrom(900)).toBe(false);
  });

  it('gives each of many series less room', () => {
    expect(bucketsFor(10)).toBe(4096);
    expect(bucketsFor(2000)).toBeLessThan(1000);
  });
});
