import { describe, expect, it } from 'vitest';
import type { LinkId } from '#engine/core/brand.ts';
import { randomStream } from '#engine/core/random.ts';
import { Graph } from '#engine/tensor/builder.ts';
import { evaluate } from '#engine/tensor/reference.ts';
import { aggregate } from '../aggregate.ts';
import { fishId, nodeId } from '../testSwarm.ts';
import type { RobustPlan } from './robust.ts';

// The formulas of R31, against plain loops over sorted numbers.

const CLASSES = 3;
const DATA = { task: 'classification', vocabSize: 5, classes: CLASSES, context: 4 } as const;

/** One text, voices with these probabilities. */
function answer(
  rules: Partial<RobustPlan>,
  voices: readonly (readonly number[])[],
  weights: readonly number[] = voices.map(() => 1),
): { p: number[]; parts: number[] } {
  const plan: RobustPlan = {
    kind: 'robust',
    by: 'median',
    trim: 0.25,
    liars: 1,
    ...rules,
    nodeId: nodeId('robust'),
    name: 'robust',
    inputs: voices.map((_, k) => ({
      kind: 'fish',
      fish: fishId(`${k}`),
      linkId: 'link' as LinkId, // not looked at
      weight: 1,
    })),
  };
  const g = new Graph('robust');
  const count = voices.length;
  const { logProbs, parts } = aggregate(
    g,
    plan,
    { data: DATA, levels: [] },
    {
      logProbs: g.input('said', 'data', 'f32', [count, 1, CLASSES]),
      alive: g.input('alive', 'control', 'bool', [count]),
      weights: g.input('weights', 'control', 'f32', [count]),
      text: {
        tokens: g.input('tokens', 'data', 'i32', [1, 4]),
        lengths: g.input('lengths', 'data', 'i32', [1]),
        everyPosition: false,
      },
    },
  );
  g.output('answer', logProbs);
  if (parts !== null) g.output('parts', parts);
  const { outputs } = evaluate(g.build(), {
    said: voices.flat().map(Math.log),
    alive: voices.map(() => 1),
    weights,
    tokens: [0, 0, 0, 0],
    lengths: [4],
  });
  return { p: [...outputs.answer!].map(Math.exp), parts: [...(outputs.parts ?? [])] };
}

function random(count: number): number[][] {
  const stream = randomStream(3, 'robust', count);
  return Array.from({ length: count }, () => {
    const raw = Array.from({ length: CLASSES }, () => Math.exp(stream.normal()));
    const sum = raw.reduce((a, b) => a + b, 0);
    return raw.map((x) => x / sum);
  });
}

const normalised = (values: readonly number[]): number[] => {
  const sum = values.reduce((a, b) => a + b, 0);
  return values.map((x) => x / sum);
};
const byClass = (voices: readonly (readonly number[])[], of: (sorted: number[]) => number): number[] =>
  normalised(
    Array.from({ length: CLASSES }, (_, c) => of(voices.map((voice) => voice[c]!).sort((a, b) => a - b))),
  );
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const apart = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, c) => sum + (x - b[c]!) ** 2, 0);

function expectClose(actual: readonly number[], expected: readonly number[], digits = 3): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(actual[i]).toBeCloseTo(value, digits);
  });
}

describe('robust aggregators', () => {
  it.each([3, 4, 7, 8])('the median of %d voices is that of each class', (count) => {
    const voices = random(count);
    const middle = byClass(voices, (sorted) =>
      count % 2 === 1 ? sorted[(count - 1) / 2]! : (sorted[count / 2 - 1]! + sorted[count / 2]!) / 2,
    );
    expectClose(answer({ by: 'median' }, voices).p, middle);
  });

  it('the trimmed mean leaves out whole voices at either end', () => {
    const voices = random(8);
    expectClose(
      answer({ by: 'trimmed', trim: 0.25 }, voices).p,
      byClass(voices, (sorted) => mean(sorted.slice(2, 6))),
    );
  });

  it('a strength of 2 is as good as two voices', () => {
    const voices = random(4);
    const twice = [...voices, voices[1]!];
    for (const by of ['median', 'trimmed', 'geometric'] as const) {
      expectClose(answer({ by }, voices, [1, 2, 1, 1]).p, answer({ by }, twice).p, 4);
    }
  });

  it('the geometric median is nearer to all than any voice or the mean', () => {
    const voices = random(6);
    const distance = (at: readonly number[]): number =>
      voices.reduce((sum, voice) => sum + Math.sqrt(apart(voice, at)), 0);
    const found = distance(answer({ by: 'geometric' }, voices).p);
    const average = Array.from({ length: CLASSES }, (_, c) => mean(voices.map((voice) => voice[c]!)));
    for (const other of [...voices, average]) expect(found).toBeLessThanOrEqual(distance(other) + 1e-4);
  });

  it('Krum chooses by the nearest n - f - 2, Multi-Krum averages the n - f best', () => {
    const voices = random(7);
    const scores = voices.map((voice, k) =>
      voices
        .filter((_, other) => other !== k)
        .map((other) => apart(voice, other))
        .sort((a, b) => a - b)
        .slice(0, 7 - 2 - 2)
        .reduce((a, b) => a + b, 0),
    );
    const order = scores.map((_, k) => k).sort((a, b) => scores[a]! - scores[b]!);
    const krum = answer({ by: 'krum', liars: 2 }, voices);
    expectClose(krum.p, voices[order[0]!]!, 5);
    expect(krum.parts).toEqual(voices.map((_, k) => (k === order[0] ? 1 : 0)));
    const chosen = order.slice(0, 5);
    const multi = answer({ by: 'multi-krum', liars: 2 }, voices);
    expectClose(
      multi.p,
      Array.from({ length: CLASSES }, (_, c) => mean(chosen.map((k) => voices[k]![c]!))),
      5,
    );
  });

  it('Krum expects fewer liars where there are too few voices for so many', () => {
    const voices = random(7);
    expect(answer({ by: 'multi-krum', liars: 9 }, voices)).toEqual(
      answer({ by: 'multi-krum', liars: 2 }, voices),
    );
    const four = random(4);
    expect(answer({ by: 'krum', liars: 9 }, four)).toEqual(answer({ by: 'krum', liars: 0 }, four));
    const [first, second] = random(2);
    expectClose(answer({ by: 'krum', liars: 1 }, [first!, second!]).p, first!, 5); // a tie: the first
  });
});
