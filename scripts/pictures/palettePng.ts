import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOURS = 256;

/**
 * The same picture with at most 256 colours, each pixel the nearest of them: a third of the bytes for pictures of an
 * interface. Takes 8-bit RGB or RGBA without interlacing, as browsers write them, and drops the opacity.
 */
export function palettePng(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png);
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = chosenColours(counts);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const rows = Buffer.alloc(height * (width + 1)); // each row begins with its filter, 0: none
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = pixels[y * width + x]!;
      let place = places.get(colour);
      if (place === undefined) {
        place = nearest(palette, colour);
        places.set(colour, place);
      }
      rows[y * (width + 1) + 1 + x] = place;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // 8 bits, of a palette
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => channels(colour)))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const channels = (colour: number): [number, number, number] => [
  colour >> 16,
  (colour >> 8) & 255,
  colour & 255,
];

/** One after the other the colour that is most missed: often seen, and far from all that were chosen. */
function chosenColours(counts: ReadonlyMap<number, number>): number[] {
  const colours = [...counts.keys()];
  const missed = Float64Array.from(colours, () => Number.POSITIVE_INFINITY);
  const palette: number[] = [];
  while (palette.length < Math.min(COLOURS, colours.length)) {
    let best = 0;
    let most = -1;
    for (const [at, colour] of colours.entries()) {
      const miss = missed[at]! * Math.sqrt(counts.get(colour)!);
      if (miss <= most) continue;
      most = miss;
      best = at;
    }
    const chosen = colours[best]!;
    palette.push(chosen);
    for (const [at, colour] of colours.entries())
      missed[at] = Math.min(missed[at]!, distance(colour, chosen));
  }
  return palette;
}

function distance(one: number, other: number): number {
  const [r, g, b] = channels(one);
  const [r2, g2, b2] = channels(other);
  return (r - r2) ** 2 + (g - g2) ** 2 + (b - b2) ** 2;
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, other] of palette.entries()) {
    const far = distance(colour, other);
    if (far >= least) continue;
    least = far;
    best = place;
  }
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Colours row by row, as 0xRRGGBB. */
function decode(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  const parts: Buffer[] = [];
  let header: Buffer = Buffer.alloc(0);
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = data;
    if (type === 'IDAT') parts.push(data);
    at += length + 12;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bytes = header[9] === 6 ? 4 : 3;
  if (header[8] !== 8 || (header[9] !== 2 && header[9] !== 6) || header[12] !== 0)
    throw new Error('Only 8-bit RGB or RGBA without interlacing is read.');
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * bytes;
  const pixels = new Uint32Array(width * height);
  let above: Uint8Array = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const row = unfilter(raw[start]!, raw.subarray(start + 1, start + 1 + stride), above, bytes);
    for (let x = 0; x < width; x += 1) {
      const at = x * bytes;
      pixels[y * width + x] = (row[at]! << 16) | (row[at + 1]! << 8) | row[at + 2]!;
    }
    above = row;
  }
  return { width, height, pixels };
}

/** PNG specification (third edition), section 9.2. */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, bytes: number): Uint8Array {
  const row = new Uint8Array(line.length);
  for (let at = 0; at < line.length; at += 1) {
    const a = row[at - bytes] ?? 0;
    const b = above[at]!;
    const c = above[at - bytes] ?? 0;
    row[at] = line[at]! + [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter]!;
  }
  return row;
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}
