import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TemporaryFiles, temporaryFiles } from './files.testing.ts';
import { stratifiedSplit } from './split.ts';

let files: TemporaryFiles;
beforeAll(async () => {
  files = await temporaryFiles();
});
afterAll(() => files[Symbol.asyncDispose]());

describe('stratifiedSplit', () => {
  it('covers each text on one side only, with at least one training row a label', () => {
    const row = fc.record({
      text: fc.constantFrom(...'abcdefghijklmnop'.split('')),
      label: fc.constantFrom('x', 'y', 'z'),
    });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        fc.integer(),
        (rows, fraction, seed) => {
          const words = rows.map((r) => r.text);
          const labels = rows.map((r) => r.label);
          const split = stratifiedSplit(words, labels, fraction, seed, 'n');
          const train = new Set(Array.from(split.train, (i) => words[i]));
          expect(split.train.length + split.validation.length + split.repeats).toBe(rows.length);
          expect(Array.from(split.validation).every((i) => !train.has(words[i]))).toBe(true);
          expect(new Set([...split.train, ...split.validation]).size).toBe(
            split.train.length + split.validation.length,
          );
          expect(stratifiedSplit(words, labels, fraction, seed, 'n')).toEqual(split);
        },
      ),
    );
  });
});
