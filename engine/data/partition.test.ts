import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partition } from './partition.ts';
import type { EncodedExamples, PartitionSettings } from './types.ts';

function examples(labels: readonly number[], column?: readonly string[]): EncodedExamples {
  return {
    size: labels.length,
    context: 1,
    tokens: new Int32Array(labels.length),
    lengths: new Int32Array(labels.length).fill(1),
    labels: Int32Array.from(labels),
    text: () => '',
    column: (name) => (name === 'speaker' ? (column ?? null) : null),
    ranges: new Map(),
  };
}

const cyclic = (rows: number, classes: number) =>
  examples(Array.from({ length: rows }, (_, i) => i % classes));

function copiesOf(indices: readonly Int32Array[]): Map<number, number> {
  const copies = new Map<number, number>();
  for (const share of indices) for (const row of share) copies.set(row, (copies.get(row) ?? 0) + 1);
  return copies;
}

const settings: fc.Arbitrary<PartitionSettings> = fc.oneof(
  fc.constant({ mode: 'shared' } as const),
  fc.record({ mode: fc.constant('iid' as const), replicas: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    mode: fc.constant('dirichlet' as const),
    alpha: fc.constantFrom(0.01, 0.1, 1, 100),
    replicas: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ mode: fc.constant('label' as const), replicas: fc.integer({ min: 1, max: 3 }) }),
  fc.constant({ mode: 'column', column: 'speaker' } as const),
);

/** Whether each value has a row for all the shares that hold it. */
function goRound(values: readonly (string | number)[], shares: number, replicas: number): boolean {
  const groups = Map.groupBy(values, (value) => value);
  const holders = Math.ceil(shares / groups.size) * replicas;
  return groups.size >= shares || [...groups.values()].every(({ length }) => length >= holders);
}

describe('partition', () => {
  it('says which fish would get nothing where a label has fewer rows than fish that hold it', () => {
    const one = examples([0, 1, 1, 1, 1, 1]);
    expect(() => partition({ mode: 'label', replicas: 1 }, one, [0, 6], 3, 0)).toThrow(
      /Fish [13] of 3 would get no example/,
    );
  });

  it('covers every row, repeats none within a share, empties no share, and repeats itself', () => {
    fc.assert(
      fc.property(
        settings,
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 40, maxLength: 150 }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer(),
        (mode, shares, labels, start, seed) => {
          const speakers = labels.map((label, i) => `s${(label * 7 + i) % 9}`);
          const data = examples(labels, speakers);
          const end = labels.length - 5;
          if (mode.mode === 'label') fc.pre(goRound(labels.slice(start, end), shares, mode.replicas));
          if (mode.mode === 'column') fc.pre(goRound(speakers.slice(start, end), shares, 1));
          const result = partition(mode, data, [start, end], shares, seed);
          expect(result.indices.length).toBe(shares);
          const copies = copiesOf(result.indices);
          for (let row = start; row < end; row++) expect(copies.has(row)).toBe(true);
          expect(copies.size).toBe(end - start);
          result.indices.forEach((rows, share) => {
            expect(rows.length).toBeGreaterThan(0);
            expect(new Set(rows).size).toBe(rows.length);
            expect([...rows]).toEqual([...rows].sort((a, b) => a - b));
            expect(result.counts[share]?.reduce((a, b) => a + b)).toBe(rows.length);
          });
          expect(partition(mode, data, [start, end], shares, seed)).toEqual(result);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('iid: each row to exactly r shares, sizes even, classes alike', () => {
    const result = partition({ mode: 'iid', replicas: 3 }, cyclic(1000, 4), [0, 1000], 8, 1);
    expect(new Set(copiesOf(result.indices).values())).toEqual(new Set([3]));
    for (const counts of result.counts) {
      expect(counts.reduce((a, b) => a + b)).toBe(375);
      expect(Math.min(...counts)).toBeGreaterThan(60);
    }
    const other = partition({ mode: 'iid', replicas: 3 }, cyclic(1000, 4), [0, 1000], 8, 2);
    expect(other.indices).not.toEqual(result.indices);
  });

  it('dirichlet: small alpha skews, large alpha does not, everybody has a few', () => {
    const skew = (alpha: number) => {
      const { counts } = partition(
        { mode: 'dirichlet', alpha, replicas: 1 },
        cyclic(4000, 4),
        [0, 4000],
        8,
        3,
      );
      const largest = counts.map((count) => Math.max(...count) / count.reduce((a, b) => a + b));
      expect(Math.min(...counts.map((count) => count.reduce((a, b) => a + b)))).toBeGreaterThanOrEqual(10);
      return largest.reduce((a, b) => a + b) / 8;
    };
    expect(skew(0.05)).toBeGreaterThan(0.7);
    expect(skew(1000)).toBeLessThan(0.32);
    const copies = partition({ mode: 'dirichlet', alpha: 0.1, replicas: 2 }, cyclic(400, 4), [0, 400], 8, 3);
    expect(new Set(copiesOf(copies.indices).values())).toEqual(new Set([2]));
  });

  it('label: with more labels than shares, and with fewer', () => {
    const many = partition({ mode: 'label', replicas: 1 }, cyclic(100, 10), [0, 100], 4, 1);
    expect(many.counts.map((counts) => counts.filter((count) => count > 0).length)).toEqual([3, 3, 2, 2]);
    const doubled = partition({ mode: 'label', replicas: 2 }, cyclic(100, 10), [0, 100], 4, 1);
    expect(new Set(copiesOf(doubled.indices).values())).toEqual(new Set([2]));
    const few = partition({ mode: 'label', replicas: 1 }, cyclic(90, 2), [0, 90], 8, 1);
    expect(few.counts.map((counts) => counts.filter((count) => count > 0).length)).toEqual(
      new Array(8).fill(1),
    );
    expect(few.indices.every((rows) => rows.length >= 11)).toBe(true);
    const mixed = partition({ mode: 'label', replicas: 2 }, cyclic(90, 3), [0, 90], 8, 1);
    expect(mixed.counts.map((counts) => counts.filter((count) => count > 0).length)).toEqual(
      new Array(8).fill(2),
    );
    expect(new Set(copiesOf(mixed.indices).values())).toEqual(new Set([2]));
  });

  it('column: values stay together, or are shared out where there are too few', () => {
    const speakers = Array.from({ length: 100 }, (_, i) => `role ${Math.floor(Math.sqrt(i))}`);
    const data = examples(new Array<number>(100).fill(0), speakers);
    const { indices, values } = partition({ mode: 'column', column: 'speaker' }, data, [0, 100], 4, 1);
    expect(values?.flat().sort()).toEqual([...new Set(speakers)].sort());
    indices.forEach((rows, share) => {
      expect(new Set([...rows].map((row) => speakers[row]))).toEqual(new Set(values?.[share]));
      expect(rows.length).toBeGreaterThan(20);
    });
    const scarce = partition({ mode: 'column', column: 'speaker' }, data, [81, 100], 4, 1);
    expect(scarce.values).toEqual(new Array(4).fill(['role 9']));
    expect(() => partition({ mode: 'column', column: 'title' }, data, [0, 100], 4, 1)).toThrow(
      /no column "title"/,
    );
  });

  it('refuses what cannot be divided', () => {
    expect(() => partition({ mode: 'iid', replicas: 1 }, cyclic(5, 2), [0, 5], 8, 1)).toThrow(
      /5 training examples/,
    );
    expect(() => partition({ mode: 'iid', replicas: 0 }, cyclic(50, 2), [0, 50], 8, 1)).toThrow(
      /whole number/,
    );
    expect(() =>
      partition({ mode: 'dirichlet', alpha: 0, replicas: 1 }, cyclic(50, 2), [0, 50], 8, 1),
    ).toThrow(/alpha/);
    expect(() => partition({ mode: 'shared' }, cyclic(5, 2), [0, 5], 0, 1)).toThrow(/0 fish/);
    expect(() =>
      partition(
        { mode: 'label', replicas: 1 },
        examples([...new Array<number>(39).fill(0), 1]),
        [0, 40],
        6,
        1,
      ),
    ).toThrow(/would get no example/);
  });
});
