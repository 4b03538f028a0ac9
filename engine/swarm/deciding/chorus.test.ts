import { describe, expect, it } from 'vitest';
import { Chorus } from './chorus.ts';
import { testListener, testTable, voice } from './deciding.testing.ts';

describe('what a listener would answer (R46)', () => {
  const table = testTable(8, 2);
  const rows = Int32Array.from([0, 1, 2, 3, 4, 5, 6, 7]);
  const [right, wrong] = [voice(table, 1, { sure: 0.6 }), voice(table, 0, { sure: 0.9 })];

  it('is a mean of probabilities, in which the sure one wins, or of votes, in which numbers win', () => {
    const three = [right, right, wrong];
    const by = (combination: 'probabilities' | 'logits' | 'votes') =>
      new Chorus('classification', table, combination, three).quality([1, 1, 1], rows);
    // 0.6 + 0.6 + 0.1 against 0.4 + 0.4 + 0.9
    expect(by('probabilities')).toBe(0);
    // 2 ln(0.6 / 0.4) against ln(0.9 / 0.1)
    expect(by('logits')).toBe(0);
    expect(by('votes')).toBe(1);
  });

  it('counts rows by weight, hears nobody of weight 0, and is worth 0 where nobody is heard', () => {
    const chorus = new Chorus('classification', table, 'probabilities', [right, wrong]);
    expect(chorus.quality([1, 0], rows)).toBe(1);
    expect(chorus.quality([0, 0], rows)).toBe(0);
    expect(chorus.likelihood([1, 0], rows)).toBeCloseTo(Math.log(0.6), 6);
    expect(chorus.likelihood([1, 1], rows)).toBeCloseTo(Math.log((0.6 + 0.1) / 2), 6);
    const half = new Chorus('classification', table, 'probabilities', [
      right.map((log, i) => (i < 8 ? log : Math.log(0.5))),
    ]);
    const weights = Float64Array.from([3, 3, 3, 3, 1, 1, 1, 1]);
    // rows 4 to 7 are undecided, and the first class is taken: right for every second
    expect(half.quality([1], rows, weights)).toBeCloseTo((12 + 2) / 16, 10);
  });

  it('of a language model is the inverse perplexity of the true tokens, padding left out', () => {
    const logs = new Float32Array(8 * 2).map((_, i) => (i % 2 === 0 ? Math.log(0.25) : 0));
    const short = { ...table, examples: { ...table.examples, lengths: new Int32Array(8).fill(2) } };
    const chorus = new Chorus('language-modelling', short, 'probabilities', [logs]);
    expect(chorus.quality([1], rows)).toBeCloseTo(0.25, 6);
  });

  it('a fish hears itself beside the others', () => {
    const listener = testListener({ kind: 'fish', skills: { a: 0, self: 1 } });
    expect(listener.quality([])).toBe(1);
    expect(listener.quality([2])).toBe(0);
  });
});
