import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSafetensors, encodeSafetensors } from './safetensors.ts';
import type { StoredTensor } from './types.ts';

const f32 = (name: string, shape: number[], values: number[]): StoredTensor => ({
  name,
  dtype: 'f32',
  shape,
  data: new Float32Array(values),
});

const joined = (tensors: readonly StoredTensor[], metadata?: Record<string, string>) =>
  Buffer.concat(encodeSafetensors(tensors, metadata));

function file(header: unknown, data = 0): Buffer {
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, Buffer.alloc(data)]);
}

describe('safetensors', () => {
  it('writes the bytes the format describes', () => {
    const bytes = joined([f32('w', [2], [1, -2])]);
    const length = Number(bytes.readBigUInt64LE(0));
    expect(length % 8).toBe(0);
    expect(JSON.parse(bytes.subarray(8, 8 + length).toString())).toEqual({
      w: { dtype: 'F32', shape: [2], data_offsets: [0, 8] },
    });
    expect(bytes.readFloatLE(8 + length + 4)).toBe(-2);
  });

  it('reads back what it wrote, bit for bit', () => {
    const special = f32('special', [2, 3], [Number.NaN, -0, 1e-45, Infinity, -Infinity, 0.1]);
    const whole: StoredTensor = {
      name: 'ids',
      dtype: 'i32',
      shape: [2],
      data: new Int32Array([-1, 2 ** 31 - 1]),
    };
    const empty = f32('empty', [0, 4], []);
    const scalar = f32('scalar', [], [3]);
    const { tensors, metadata } = decodeSafetensors(joined([special, empty, whole, scalar], { round: '7' }));
    expect(metadata).toEqual({ round: '7' });
    expect(tensors).toEqual([special, empty, whole, scalar]);
    expect(Object.is(tensors[0]?.data[1], -0)).toBe(true);
  });

  it('keeps names that are dangerous as object keys', () => {
    const tensor = f32('__proto__', [1], [1]);
    expect(decodeSafetensors(joined([tensor])).tensors).toEqual([tensor]);
  });

  it('reads from a view that begins at an odd byte', () => {
    const bytes = joined([f32('w', [1], [5])]);
    const odd = new Uint8Array(bytes.length + 1);
    odd.set(bytes, 1);
    expect(decodeSafetensors(odd.subarray(1)).tensors[0]?.data[0]).toBe(5);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a header longer than the file', Buffer.from([255, 255, 0, 0, 0, 0, 0, 0, 123])],
    ['a header of 2^63 bytes', Buffer.from([0, 0, 0, 0, 0, 0, 0, 128])],
    ['no JSON', file('{')],
    ['a list', file('[]')],
    ['an entry that is a number', file({ a: 1 })],
    ['an unknown type', file({ a: { dtype: 'F64', shape: [1], data_offsets: [0, 8] } }, 8)],
    ['a negative size', file({ a: { dtype: 'F32', shape: [-1], data_offsets: [0, 4] } }, 4)],
    ['a fraction', file({ a: { dtype: 'F32', shape: [0.5], data_offsets: [0, 2] } }, 2)],
    [
      'a shape too large for any memory',
      file({ a: { dtype: 'F32', shape: [2 ** 40, 2 ** 40], data_offsets: [0, 4] } }, 4),
    ],
    ['a shape that does not fit', file({ a: { dtype: 'F32', shape: [2], data_offsets: [0, 4] } }, 4)],
    ['offsets backwards', file({ a: { dtype: 'F32', shape: [1], data_offsets: [4, 0] } }, 4)],
    [
      'overlapping tensors',
      file(
        {
          a: { dtype: 'F32', shape: [2], data_offsets: [0, 8] },
          b: { dtype: 'F32', shape: [1], data_offsets: [4, 8] },
        },
        8,
      ),
    ],
    ['a gap', file({ a: { dtype: 'F32', shape: [1], data_offsets: [4, 8] } }, 8)],
    ['bytes at the end that belong to nothing', file({}, 4)],
    ['data cut off', file({ a: { dtype: 'F32', shape: [2], data_offsets: [0, 8] } }, 4)],
    [
      'too many axes',
      file({ a: { dtype: 'F32', shape: [1, 1, 1, 1, 1, 1, 1, 1, 1], data_offsets: [0, 4] } }, 4),
    ],
  ])('refuses %s with a sentence', (_what, bytes) => {
    expect(() => decodeSafetensors(bytes)).toThrow(/not a whole safetensors file: .+\. Use another copy/);
  });

  it('never reads a damaged file as something else than an error or whole tensors', () => {
    const good = joined([f32('w', [3], [1, 2, 3])]);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, byte, cut) => {
        const bytes = Buffer.from(good.subarray(0, Math.max(cut, at + 1)));
        bytes[at] = byte;
        try {
          for (const tensor of decodeSafetensors(bytes).tensors) {
            expect(tensor.data.length).toBe(tensor.shape.reduce((a, b) => a * b, 1));
          }
        } catch (error) {
          expect(error).toMatchObject({ name: 'ShuuraiError' });
        }
      }),
    );
  });

  it('refuses to write values that do not fit their shape, and two tensors of one name', () => {
    expect(() => encodeSafetensors([f32('w', [3], [1])])).toThrow('do not fit f32[3]');
    expect(() => encodeSafetensors([f32('w', [1], [1]), f32('w', [1], [1])])).toThrow('called "w"');
  });
});
