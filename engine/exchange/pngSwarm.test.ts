import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from './crc32.ts';
import { putSwarmIntoPng, readSwarmFromPng } from './pngSwarm.ts';

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = new Uint8Array([...new TextEncoder().encode(type), ...data]);
  const numbers = new DataView(new ArrayBuffer(8));
  numbers.setUint32(0, data.length);
  numbers.setUint32(4, crc32(body));
  const around = new Uint8Array(numbers.buffer);
  return new Uint8Array([...around.subarray(0, 4), ...body, ...around.subarray(4)]);
}

/** A grey pixel. */
const PIXEL = new Uint8Array([
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ...chunk('IHDR', new Uint8Array([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  ...chunk('IDAT', deflateSync(new Uint8Array([0, 128]))),
  ...chunk('IEND', new Uint8Array()),
]);
const TEXT = '{ "name": "Schwärme 🐟" }';

test('the check sum is that of PNG', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

test('a picture gives back the text it was given, and is still that picture', () => {
  const carrying = putSwarmIntoPng(PIXEL, TEXT);
  expect(readSwarmFromPng(carrying)).toEqual({ ok: true, text: TEXT });
  expect(Buffer.from(carrying).includes(Buffer.from(PIXEL.subarray(8, PIXEL.length - 12)))).toBe(true);
});

const reason = (bytes: Uint8Array): string => {
  const found = readSwarmFromPng(bytes);
  return found.ok ? 'it was read' : found.reason;
};

test('every other file gets a sentence on what is wrong with it', () => {
  const carrying = putSwarmIntoPng(PIXEL, TEXT);
  expect(reason(PIXEL)).toMatch(/carries no swarm/);
  expect(reason(new TextEncoder().encode('{}'))).toMatch(/no PNG picture/);
  expect(reason(new Uint8Array())).toMatch(/no PNG picture/);
  expect(reason(carrying.subarray(0, carrying.length - 40))).toMatch(/cut off/);
  const spoilt = carrying.slice();
  spoilt[carrying.length - 20]! ^= 1;
  expect(reason(spoilt)).toMatch(/damaged: its check sum/);
  const lying = carrying.slice();
  new DataView(lying.buffer).setUint32(8, 0xffffffff); // the first chunk claims 4 GB
  expect(reason(lying)).toMatch(/cut off/);
});

test('cut and changed pictures never throw', () => {
  const carrying = putSwarmIntoPng(PIXEL, TEXT);
  fc.assert(
    fc.property(fc.nat(carrying.length), fc.nat(carrying.length - 1), fc.nat(255), (length, at, byte) => {
      const changed = carrying.slice();
      changed[at] = byte;
      const found = readSwarmFromPng(changed.subarray(0, length));
      expect(found.ok ? found.text : 'a sentence').toBe(found.ok ? TEXT : 'a sentence');
    }),
  );
});
