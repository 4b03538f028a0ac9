import { expect, it } from 'vitest';
import { parseSeeds } from './seeds.ts';

it.each([
  ['1-5', [1, 2, 3, 4, 5]],
  ['7', [7]],
  [' 1-3, 9 2 ', [1, 2, 3, 9]],
  ['4–6', [4, 5, 6]],
  ['', null],
  ['5-1', null],
  ['1-1000', null],
  ['one', null],
  ['-3', null],
  ['99999999999', null],
])('reads %j as %j', (text, seeds) => {
  expect(parseSeeds(text)).toEqual(seeds);
});
