import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { palettePng } from './palettePng.ts';

/** Chunks need no checksums to be read by what is tested here. */
function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

function picture(width: number, height: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.alloc(8), chunk('IHDR', header), chunk('IDAT', deflateSync(rows))]);
}

function colours(png: Buffer): string[] {
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    parts.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const palette = parts.get('PLTE') ?? Buffer.alloc(0);
  const width = (parts.get('IHDR') ?? Buffer.alloc(8)).readUInt32BE(0);
  return [...inflateSync(parts.get('IDAT') ?? Buffer.alloc(0))]
    .filter((_, at) => at % (width + 1) !== 0)
    .map((place) => palette.toString('hex', place * 3, place * 3 + 3));
}

describe('a picture with a palette', () => {
  it('keeps every colour of a picture that has few, whatever filters its rows have', () => {
    // The second row is written as differences to the pixel before (1), the third as differences to the row above (2).
    const rows = Buffer.from([0, 10, 20, 30, 250, 0, 0, 1, 10, 20, 30, 1, 1, 1, 2, 0, 0, 0, 255, 0, 0]);
    expect(colours(palettePng(picture(2, 3, rows)))).toEqual([
      '0a141e',
      'fa0000',
      '0a141e',
      '0b151f',
      '0a141e',
      '0a151f',
    ]);
  });

  it('takes the nearest of 256 colours where there are more', () => {
    const row = Buffer.from([0, ...Array.from({ length: 1024 }, (_, at) => [at >> 2, at & 3, 0]).flat()]);
    const shown = colours(palettePng(picture(1024, 1, row)));
    expect(new Set(shown).size).toBeLessThanOrEqual(256);
    for (const [at, colour] of shown.entries())
      expect(Math.abs(Number.parseInt(colour.slice(0, 2), 16) - (at >> 2))).toBeLessThan(4);
  });
});
