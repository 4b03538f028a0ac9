import { expect, it } from 'vitest';
import { runLook } from './runLook.ts';

it('gives 24 runs a look each', () => {
  const looks = Array.from({ length: 24 }, (_, at) => JSON.stringify(runLook(at)));
  expect(new Set(looks).size).toBe(24);
});

it('tells neighbours apart by colour and by dash', () => {
  for (let at = 1; at < 24; at += 1) {
    expect(runLook(at).color).not.toBe(runLook(at - 1).color);
    expect(runLook(at).dash).not.toEqual(runLook(at - 1).dash);
  }
});
