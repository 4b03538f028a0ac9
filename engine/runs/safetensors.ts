/**
 * The safetensors format (https://github.com/huggingface/safetensors, "Format"): an 8-byte little-endian header
 * length, a JSON header {name: {dtype, shape, data_offsets}}, then the tensors' bytes without gaps.
 */

import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import type { StoredTensor } from './types.ts';

/** The reference reader's limit on the header. */
const MAX_HEADER_BYTES = 100_000_000;
const MAX_RANK = 8;
const LENGTH_BYTES = 8;
const ELEMENT_BYTES = 4;

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

function damaged(why: string): ShuuraiError {
  return new ShuuraiError(
    'invalid-arguments',
    t`This is not a whole safetensors file: ${why}. Use another copy of it.`,
  );
}

function bytesOf(tensor: StoredTensor): Uint8Array {
  const { data } = tensor;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (littleEndian) return bytes;
  const swapped = Buffer.from(bytes);
  return swapped.swap32();
}

const elements = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** The file as chunks, not joined, so that no copy of large tensors is made. */
export function encodeSafetensors(
  tensors: readonly StoredTensor[],
  metadata: Readonly<Record<string, string>> = {},
): readonly Uint8Array[] {
  const header: Record<string, unknown> = Object.create(null);
  if (Object.keys(metadata).length > 0) header.__metadata__ = metadata;
  let offset = 0;
  for (const tensor of tensors) {
    const expected = tensor.dtype === 'f32' ? Float32Array : Int32Array;
    if (!(tensor.data instanceof expected) || tensor.data.length !== elements(tensor.shape)) {
      throw new ShuuraiError(
        'internal',
        t`Tensor "${tensor.name}" cannot be saved: its ${tensor.data.length} values do not fit ${tensor.dtype}[${tensor.shape.join(', ')}].`,
      );
    }
    if (tensor.name in header || tensor.name === '__metadata__') {
      throw new ShuuraiError('internal', t`Two tensors to be saved are called "${tensor.name}".`);
    }
    header[tensor.name] = {
      dtype: tensor.dtype === 'f32' ? 'F32' : 'I32',
      shape: tensor.shape,
      data_offsets: [offset, offset + tensor.data.byteLength],
    };
    offset += tensor.data.byteLength;
  }
  const json = Buffer.from(JSON.stringify(header));
  // Padded with spaces so that the tensors begin on a multiple of 8, as the format recommends.
  const padded = Buffer.alloc(Math.ceil(json.length / 8) * 8, ' ');
  json.copy(padded);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeBigUInt64LE(BigInt(padded.length));
  return [length, padded, ...tensors.map(bytesOf)];
}

interface Entry {
  readonly name: string;
  readonly dtype: 'f32' | 'i32';
  readonly shape: readonly number[];
  readonly start: number;
  readonly end: number;
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function readEntry(name: string, value: unknown): Entry {
  if (typeof value !== 'object' || value === null) throw damaged(`the entry "${name}" is not an object`);
  const { dtype, shape, data_offsets: offsets } = value as Record<string, unknown>; // checked field by field below
  if (dtype !== 'F32' && dtype !== 'I32') {
    throw damaged(`the tensor "${name}" has the type ${String(dtype)}; F32 and I32 can be read`);
  }
  if (!Array.isArray(shape) || shape.length > MAX_RANK || !shape.every(isCount)) {
    throw damaged(`the shape of "${name}" is not a list of at most ${MAX_RANK} whole numbers`);
  }
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
    throw damaged(`the data offsets of "${name}" are not two whole numbers`);
  }
  const [start, end] = offsets as [number, number]; // two counts, as just checked
  const size = elements(shape);
  if (!Number.isSafeInteger(size * ELEMENT_BYTES) || end - start !== size * ELEMENT_BYTES) {
    throw damaged(`the shape of "${name}" does not fit its ${end - start} bytes`);
  }
  return { name, dtype: dtype === 'F32' ? 'f32' : 'i32', shape, start, end };
}

function readHeader(file: Uint8Array): { entries: Entry[]; metadata: Record<string, string>; data: number } {
  if (file.byteLength < LENGTH_BYTES) throw damaged('it is shorter than 8 bytes');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = view.getBigUint64(0, true);
  if (length > BigInt(MAX_HEADER_BYTES) || Number(length) > file.byteLength - LENGTH_BYTES) {
    throw damaged(`its header claims ${length} bytes`);
  }
  const data = LENGTH_BYTES + Number(length);
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.subarray(LENGTH_BYTES, data)));
  } catch {
    throw damaged('its header is not JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw damaged('its header is not an object');
  }
  const metadata: Record<string, string> = {};
  const entries: Entry[] = [];
  for (const [name, value] of Object.entries(parsed)) {
    if (name !== '__metadata__') entries.push(readEntry(name, value));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, text] of Object.entries(value)) {
        if (typeof text === 'string') metadata[key] = text;
      }
    }
  }
  return { entries, metadata, data };
}

/** Copies of all tensors, in the order of their bytes; a ShuuraiError for whatever is not exactly the format. */
export function decodeSafetensors(file: Uint8Array): {
  readonly tensors: readonly StoredTensor[];
  readonly metadata: Readonly<Record<string, string>>;
} {
  const { entries, metadata, data } = readHeader(file);
  entries.sort((a, b) => a.start - b.start || a.end - b.end);
  let position = 0;
  for (const entry of entries) {
    if (entry.start !== position) throw damaged(`the bytes of "${entry.name}" overlap others or leave a gap`);
    position = entry.end;
  }
  if (data + position !== file.byteLength) {
    throw damaged(`it has ${file.byteLength - data} bytes of tensors where its header says ${position}`);
  }
  const tensors = entries.map((entry): StoredTensor => {
    const bytes = Buffer.from(file.subarray(data + entry.start, data + entry.end));
    if (!littleEndian) bytes.swap32();
    const count = (entry.end - entry.start) / ELEMENT_BYTES;
    // A pooled Buffer may begin anywhere, so it is copied to an aligned array.
    const aligned = new Uint8Array(bytes).buffer;
    const values =
      entry.dtype === 'f32' ? new Float32Array(aligned, 0, count) : new Int32Array(aligned, 0, count);
    return { name: entry.name, dtype: entry.dtype, shape: entry.shape, data: values };
  });
  return { tensors, metadata };
}
