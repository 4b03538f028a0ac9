import { expect, it } from 'vitest';
import { classScores } from './classScores.ts';

it('finds precision, recall and F1 of each class', () => {
  const [good, bad] = classScores(
    ['good', 'bad'],
    [
      [8, 2],
      [4, 6],
    ],
  );
  expect(good).toEqual({ label: 'good', examples: 10, precision: 8 / 12, recall: 0.8, f1: 16 / 22 });
  expect(bad).toEqual({ label: 'bad', examples: 10, precision: 6 / 8, recall: 0.6, f1: 12 / 18 });
});

it('leaves open what nobody answered and what does not occur', () => {
  const [, never] = classScores(
    ['good', 'never'],
    [
      [3, 0],
      [0, 0],
    ],
  );
  expect(never).toEqual({ label: 'never', examples: 0, precision: null, recall: null, f1: null });
});
