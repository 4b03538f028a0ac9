import { describe, expect, it } from 'vitest';
import { randomStream } from '#engine/core/random.ts';
import { compress, largest, topCount } from './compression.ts';

const sample = (size: number): Float32Array => randomStream(3, 'sample').fillNormal(new Float32Array(size));

describe('compressed messages (R42)', () => {
  it('of 8 bits err by half a step of their block at most, and take about a quarter', () => {
    const values = sample(1000);
    const { values: read, bytes } = compress('8bit', values);
    expect(bytes).toBe(1000 + 4 * 4);
    for (let start = 0; start < 1000; start += 256) {
      const block = values.subarray(start, start + 256);
      const step = Math.max(...block.map(Math.abs)) / 127;
      block.forEach((value, c) => {
        expect(Math.abs(read[start + c]! - value)).toBeLessThanOrEqual(step * 0.5001);
      });
    }
    expect([...compress('8bit', new Float32Array(3)).values]).toEqual([0, 0, 0]);
  });

  it('of the largest carry exactly those, 8 bytes each', () => {
    const values = sample(1000);
    const { values: read, bytes } = compress('topk', values);
    expect(bytes).toBe(topCount(1000) * 8);
    const kept = [...read.keys()].filter((c) => read[c] !== 0);
    const least = Math.min(...kept.map((c) => Math.abs(values[c]!)));
    expect(kept).toHaveLength(50);
    for (const [c, value] of values.entries()) {
      if (!kept.includes(c)) expect(Math.abs(value)).toBeLessThanOrEqual(least);
      else expect(read[c]).toBe(value);
    }
  });

  it('of equal numbers carry the first of them', () => {
    expect([...largest(new Float32Array(40).fill(-2))]).toEqual([0, 1]);
    expect([...largest(Float32Array.of(1))]).toEqual([0]);
  });

  it('uncompressed are themselves, 4 bytes a number', () => {
    const values = sample(10);
    expect(compress('none', values)).toEqual({ values, bytes: 40 });
  });
});
