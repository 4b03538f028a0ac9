import { describe, expect, it } from 'vitest';
import type { Series } from '../protocol/api/measured.ts';
import { crc32c } from './crc32.ts';
import { eventsFileName, metricsEvents } from './metricsEvents.ts';

const series = (name: string, values: readonly number[]): Series => ({
  name,
  size: 1,
  total: values.length,
  round: values.map((_, i) => i + 1),
  step: values.map((_, i) => 10 * (i + 1)),
  time: values.map((_, i) => 1000 * (i + 1)),
  min: [...values],
  max: [...values],
  last: [...values],
});

const unmasked = (crc: number): number => {
  const rotated = (crc - 0xa282ead8) >>> 0;
  return ((rotated >>> 17) | (rotated << 15)) >>> 0;
};

/** The records of a file, each with the right check sums. */
function recordsOf(file: Uint8Array): Uint8Array[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const records: Uint8Array[] = [];
  for (let at = 0; at < file.length; ) {
    const length = Number(view.getBigUint64(at, true));
    expect(unmasked(view.getUint32(at + 8, true))).toBe(crc32c(file.subarray(at, at + 8)));
    const data = file.subarray(at + 12, at + 12 + length);
    expect(unmasked(view.getUint32(at + 12 + length, true))).toBe(crc32c(data));
    records.push(data);
    at += length + 16;
  }
  return records;
}

describe('event files of TensorBoard', () => {
  it('have the check sum of RFC 3720, B.4', () => {
    expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
    expect(crc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43);
    expect(crc32c(Uint8Array.from({ length: 32 }, (_, i) => i))).toBe(0x46dd794e);
  });

  it('begin with their version and hold each value with its tag, round and time, in the order of time', () => {
    const startedAt = 1_700_000_000_000;
    const file = metricsEvents(
      [series('swarm/accuracy', [0.25, 0.5]), series('fish/ä/loss', [2])],
      startedAt,
    );
    const [version, ...events] = recordsOf(file);
    expect(new TextDecoder().decode(version)).toContain('brain.Event:2');
    expect(events).toHaveLength(3);
    const last = events[2]!;
    const view = new DataView(last.buffer, last.byteOffset, last.byteLength);
    expect([last[0], view.getFloat64(1, true)]).toEqual([0x09, startedAt / 1000 + 2]);
    expect([...last.subarray(9, 11)]).toEqual([0x10, 2]); // the round
    const tag = new TextEncoder().encode('swarm/accuracy');
    expect([...last.subarray(11)]).toEqual([
      ...[0x2a, tag.length + 9, 0x0a, tag.length + 7, 0x0a, tag.length],
      ...tag,
      ...[0x15, 0, 0, 0, 0x3f], // 0.5
    ]);
    expect(
      events.map((event) => new TextDecoder().decode(event)).findIndex((text) => text.includes('fish/ä')),
    ).toBe(0);
    expect(eventsFileName('a-run', startedAt)).toBe('events.out.tfevents.1700000000.a-run');
  });

  it('count rounds beyond one digit of base 128', () => {
    const many = { ...series('swarm/loss', [1]), round: [300] };
    const [, event] = recordsOf(metricsEvents([many], 0));
    expect([...event!.subarray(9, 12)]).toEqual([0x10, 0xac, 0x02]);
  });
});
