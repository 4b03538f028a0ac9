import { describe, expect, it } from 'vitest';
import type { FishId } from '#engine/core/brand.ts';
import type { EncodedExamples } from '#engine/data/types.ts';
import type { AnswerTable } from '../../answerTable.ts';
import { healthy } from './breeder.ts';
import { fitnessOf } from './fitness.ts';

const id = 'a' as FishId; // tests name fish themselves

const table = (columns: number, lengths: number[], labels: number[], logs: number[]): AnswerTable => ({
  examples: {
    size: lengths.length,
    context: columns,
    tokens: new Int32Array(lengths.length * columns),
    lengths: Int32Array.from(lengths),
    labels: Int32Array.from(labels),
    text: () => '',
    column: () => null,
    ranges: new Map(),
  } satisfies EncodedExamples,
  columns,
  fish: new Map([[id, Float32Array.from(logs)]]),
  exits: new Map(),
  aggregators: new Map(),
});

describe('fitness', () => {
  const texts = table(2, [1, 1, 1], [0, 1, 1], [0.75, 0.25, 0.5, 0.5, 0.25, 0.75].map(Math.log));

  it('is accuracy, the first class winning a tie, or minus the mean loss', () => {
    expect(fitnessOf(texts, id, 'accuracy', 'classification')).toBeCloseTo(2 / 3, 12);
    expect(fitnessOf(texts, id, 'loss', 'classification')).toBeCloseTo(
      (2 * Math.log(0.75) + Math.log(0.5)) / 3,
      6,
    );
  });

  it('counts predicted tokens only where language is modelled', () => {
    const language = table(4, [3, 2], [0, 0], [-1, -2, -9, -9, -3, -9, -9, -9]);
    expect(fitnessOf(language, id, 'loss', 'language-modelling')).toBeCloseTo(-2, 12);
  });

  it('is no number where answers are none, and such a fish is no parent (R53)', () => {
    const spoilt = table(2, [1], [0], [Number.NaN, Number.NaN]);
    expect(fitnessOf(spoilt, id, 'accuracy', 'classification')).toBeNaN();
    expect(fitnessOf(spoilt, id, 'loss', 'classification')).toBeNaN();
    expect(fitnessOf(texts, 'b' as FishId, 'loss', 'classification')).toBeNaN();
    const members = [0.5, Number.NaN].map((fitness, row) => ({ fish: id, row, fitness }));
    expect(healthy(members).map(({ row }) => row)).toEqual([0]);
  });
});
