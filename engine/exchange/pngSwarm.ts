import { t } from '../core/text.ts';
import { crc32 } from './crc32.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Keyword of the iTXt chunk (PNG specification, 11.3.3.4) that holds the swarm's document. */
const KEYWORD = 'Shuurai swarm';
/** Pictures above this are not looked into. */
export const MAX_PNG_BYTES = 64 * 1024 * 1024;

export type PngSwarm =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte);

interface Chunk {
  readonly type: string;
  readonly start: number;
  readonly data: Uint8Array;
  readonly sound: boolean;
}

/** The chunks of a picture up to its end or to where it is cut off; `null` at the end says that it is. */
function* chunksOf(png: Uint8Array): Generator<Chunk | null> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  let at = SIGNATURE.length;
  while (at + 12 <= png.length) {
    const length = view.getUint32(at);
    if (length > png.length - at - 12) break;
    const type = ascii(png.subarray(at + 4, at + 8));
    const body = png.subarray(at + 4, at + 8 + length);
    yield { type, start: at, data: body.subarray(4), sound: crc32(body) === view.getUint32(at + 8 + length) };
    if (type === 'IEND') return;
    at += 12 + length;
  }
  yield null;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** A PNG that carries a document: the same picture, with the text in an iTXt chunk before its end. */
export function putSwarmIntoPng(png: Uint8Array, document: string): Uint8Array {
  const end = [...chunksOf(png)].find((one) => one?.type === 'IEND')?.start;
  if (!isPng(png) || end === undefined) throw new RangeError('this is no whole PNG');
  // Keyword, end of it, not compressed (two bytes), no language, no translated keyword, the text in UTF-8.
  const head = [...new TextEncoder().encode(KEYWORD), 0, 0, 0, 0, 0];
  const text = new TextEncoder().encode(document);
  const data = new Uint8Array(head.length + text.length);
  data.set(head);
  data.set(text, head.length);
  const made = chunk('iTXt', data);
  const result = new Uint8Array(png.length + made.length);
  result.set(png.subarray(0, end));
  result.set(made, end);
  result.set(png.subarray(end), end + made.length);
  return result;
}

/** The document a picture carries, or a sentence why there is none. Never throws, whatever the bytes are. */
export function readSwarmFromPng(png: Uint8Array): PngSwarm {
  const no = (reason: string): PngSwarm => ({ ok: false, reason });
  if (png.length > MAX_PNG_BYTES)
    return no(t`The picture is larger than 64 MB, too large for one that carries a swarm.`);
  if (!isPng(png)) return no(t`This is no PNG picture, whatever its name says.`);
  const prefix = new TextEncoder().encode(KEYWORD);
  for (const found of chunksOf(png)) {
    if (found === null)
      return no(
        t`The picture is cut off, and no swarm stands in what there is of it. Use another copy of the file.`,
      );
    const { type, data, sound } = found;
    if (type !== 'iTXt' || !prefix.every((byte, index) => data[index] === byte) || data[prefix.length] !== 0)
      continue;
    if (!sound)
      return no(
        t`The swarm in this picture is damaged: its check sum does not fit. Use another copy of the file.`,
      );
    if (data[prefix.length + 1] !== 0)
      return no(t`The swarm in this picture is compressed in a way this version does not read.`);
    // Language and translated keyword, each ended by a zero byte, stand before the text.
    const language = data.indexOf(0, prefix.length + 3);
    const keyword = language < 0 ? -1 : data.indexOf(0, language + 1);
    if (keyword < 0) return no(t`The swarm in this picture is damaged. Use another copy of the file.`);
    try {
      return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(data.subarray(keyword + 1)) };
    } catch {
      return no(t`The swarm in this picture is damaged. Use another copy of the file.`);
    }
  }
  return no(
    t`This picture carries no swarm. Only pictures that were exported as PNG from Shuurai do, and many programs and web sites take it out.`,
  );
}
