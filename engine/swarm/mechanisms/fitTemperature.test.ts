import { expect, it } from 'vitest';
import { randomStream } from '#engine/core/random.ts';
import { fitTemperature } from './fitTemperature.ts';

it.each([0.5, 1, 3])('finds that a model is %d times too sure', (truth) => {
  const stream = randomStream(1, 'temperature');
  const size = 4000;
  const logProbs = new Float32Array(size * 3);
  const labels = new Int32Array(size);
  for (let row = 0; row < size; row++) {
    const logits = [stream.normal(), stream.normal(), stream.normal()];
    const total = logits.reduce((sum, z) => sum + Math.exp(z), 0);
    const draw = stream.uniform() * total;
    const below = logits.map((_, c) => logits.slice(0, c + 1).reduce((sum, z) => sum + Math.exp(z), 0));
    labels[row] = below.findIndex((sum) => draw < sum);
    const sure = logits.map((z) => z * truth);
    const norm = Math.log(sure.reduce((sum, z) => sum + Math.exp(z), 0));
    logProbs.set(
      sure.map((z) => z - norm),
      row * 3,
    );
  }
  const found = fitTemperature(logProbs, 3, { size, labels })!;
  expect(found / truth).toBeGreaterThan(0.85);
  expect(found / truth).toBeLessThan(1.15);
  logProbs[0] = Number.NaN;
  expect(fitTemperature(logProbs, 3, { size, labels })! / truth).toBeCloseTo(found / truth, 1);
  expect(fitTemperature(logProbs.fill(Number.NaN), 3, { size, labels })).toBeNull();
});
