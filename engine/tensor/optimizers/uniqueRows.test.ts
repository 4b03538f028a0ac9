import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniqueRows } from './uniqueRows.ts';

describe('uniqueRows', () => {
  it('numbers rows so that they can be put back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }).chain((rows) =>
          fc.record({
            rows: fc.constant(rows),
            ids: fc.array(fc.nat(rows - 1), { minLength: 6, maxLength: 6 }),
          }),
        ),
        ({ rows, ids }) => {
          const { uniqueIds, uniqueCount, inverse } = uniqueRows(Int32Array.from(ids), 2, rows);
          const width = Math.min(3, rows);
          for (let n = 0; n < 2; n++) {
            const own = uniqueIds.slice(n * width, (n + 1) * width);
            expect(new Set(own).size).toBe(width);
            expect(own.every((id) => id >= 0 && id < rows)).toBe(true);
            expect(uniqueCount[n]).toBe(new Set(ids.slice(n * 3, n * 3 + 3)).size);
            for (let i = 0; i < 3; i++) expect(own[inverse[n * 3 + i]!]).toBe(ids[n * 3 + i]);
          }
        },
      ),
    );
  });
});
