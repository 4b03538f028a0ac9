import { t } from '../../core/text.ts';
import type { TableFormat } from '../types.ts';
import { unreadable } from './unreadable.ts';

export interface DecodedText {
  /** Line ends are all "\n"; no byte order mark. */
  readonly text: string;
  readonly encoding: TableFormat['encoding'];
  /** Some bytes were no valid UTF-8 and stand as U+FFFD. */
  readonly lossy: boolean;
}

const SAMPLE_BYTES = 1 << 16;
/** Share of control characters in a sample from which a file counts as binary. */
const BINARY_SHARE = 0.003;

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or an Excel or OpenDocument table'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard archive'],
  [[0x42, 0x5a, 0x68], 'a bzip2 archive'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz archive'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0x41, 0x52, 0x52, 0x4f, 0x57, 0x31], 'an Arrow file'],
];

export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** UTF-16 without a mark: ASCII text has a zero in every second byte. */
function utf16ByZeros(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  const pairs = sample.length / 2;
  if (odd > 0.7 * pairs && even < 0.05 * pairs) return 'utf-16le';
  if (even > 0.7 * pairs && odd < 0.05 * pairs) return 'utf-16be';
  return null;
}

function controlShare(sample: Uint8Array): number {
  let controls = 0;
  for (const byte of sample) {
    const allowed = byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 11 || byte === 27;
    if ((byte < 32 && !allowed) || byte === 127) controls += 1;
  }
  return controls / Math.max(1, sample.length);
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}

function decodeUnmarked(bytes: Uint8Array): {
  text: string;
  encoding: TableFormat['encoding'];
  lossy: boolean;
} {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', lossy: false };
  } catch {
    // A UTF-8 file with a few broken bytes must not become garbage as Latin-1: it has many valid sequences.
    const text = new TextDecoder('utf-8').decode(bytes);
    const broken = countMatches(text, /\ufffd/g);
    const valid = countMatches(text, /[^\0-\x7f\ufffd]/g);
    if (valid > 4 * broken) return { text, encoding: 'utf-8', lossy: true };
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'latin-1', lossy: false };
  }
}

/** Text of a file: UTF-8, UTF-16 (with a mark or recognisable) or Latin-1. Throws for binary files. */
export function decodeText(bytes: Uint8Array, path: string): DecodedText {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const known = SIGNATURES.find(([signature]) => startsWith(bytes, signature));
  if (known !== undefined) {
    throw unreadable(
      t`"${path}" is ${known[1]}, not a text file. Save or unpack it as CSV or JSONL first.`,
      path,
    );
  }
  let decoded: { text: string; encoding: TableFormat['encoding']; lossy: boolean };
  const utf16 = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : utf16ByZeros(sample);
  if (utf16 !== null) {
    decoded = { text: new TextDecoder(utf16).decode(bytes), encoding: 'utf-16', lossy: false };
  } else {
    if (controlShare(sample) > BINARY_SHARE) {
      throw unreadable(
        t`"${path}" is a binary file, not text. Readable are CSV, TSV, JSONL, Parquet and plain text.`,
        path,
      );
    }
    decoded = decodeUnmarked(bytes);
  }
  const text = decoded.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw unreadable(t`"${path}" holds nothing but blank space.`, path);
  return { ...decoded, text };
}
