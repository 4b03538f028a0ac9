import type { Series } from '../protocol/api/measured.ts';
import { crc32c } from './crc32.ts';

/**
 * A value as an event of TensorBoard (tensorflow/core/util/event.proto, summary.proto): wall_time (1, double), step (2,
 * int64) and summary (5) of one value (1) with tag (1, string) and simple_value (2, float).
 */
function scalarEvent(tag: string, value: number, step: number, seconds: number): Uint8Array {
  const name = new TextEncoder().encode(tag);
  const float = new Uint8Array(4);
  new DataView(float.buffer).setFloat32(0, value, true);
  const summaryValue = [0x0a, ...varint(name.length), ...name, 0x15, ...float];
  const summary = [0x0a, ...varint(summaryValue.length), ...summaryValue];
  return Uint8Array.from([
    ...wallTime(seconds),
    0x10,
    ...varint(step),
    0x2a,
    ...varint(summary.length),
    ...summary,
  ]);
}

/** The first event of a file says which version of the format it has (field 3). */
function versionEvent(seconds: number): Uint8Array {
  const version = new TextEncoder().encode('brain.Event:2');
  return Uint8Array.from([...wallTime(seconds), 0x1a, version.length, ...version]);
}

function wallTime(seconds: number): Uint8Array {
  const field = new Uint8Array(9);
  field[0] = 0x09;
  new DataView(field.buffer).setFloat64(1, seconds, true);
  return field;
}

/** A whole number from 0 in base 128, the lowest digit first. */
function varint(value: number): number[] {
  const digits: number[] = [];
  let rest = value;
  do {
    const digit = rest % 128;
    rest = Math.floor(rest / 128);
    digits.push(rest > 0 ? digit + 128 : digit);
  } while (rest > 0);
  return digits;
}

/** As TFRecord masks a check sum, so that a record may hold check sums itself. */
const masked = (crc: number): number => (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;

/** A record (tensorflow/core/lib/io/record_writer.h): length, its check sum, the bytes, theirs; all little-endian. */
function record(data: Uint8Array): Uint8Array {
  const framed = new Uint8Array(data.length + 16);
  const view = new DataView(framed.buffer);
  view.setUint32(0, data.length, true); // the upper half of the length stays 0
  view.setUint32(8, masked(crc32c(framed.subarray(0, 8))), true);
  framed.set(data, 12);
  view.setUint32(12 + data.length, masked(crc32c(data)), true);
  return framed;
}

/**
 * Everything a run measured as an event file of TensorBoard, which finds it by "tfevents" in its name. The step of a
 * value is its round.
 *
 * @param startedAt milliseconds since 1970.
 */
export function metricsEvents(series: readonly Series[], startedAt: number): Uint8Array<ArrayBuffer> {
  const values = series
    .flatMap(({ name, round, time, last }) =>
      last.map((value, i) => ({ name, value, round: round[i] ?? 0, time: startedAt + (time[i] ?? 0) })),
    )
    .sort((a, b) => a.time - b.time || (a.name < b.name ? -1 : 1));
  const records = [
    record(versionEvent(startedAt / 1000)),
    ...values.map(({ name, value, round, time }) => record(scalarEvent(name, value, round, time / 1000))),
  ];
  const file = new Uint8Array(records.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const one of records) {
    file.set(one, at);
    at += one.length;
  }
  return file;
}

/** A name TensorBoard recognises. */
export const eventsFileName = (runId: string, startedAt: number): string =>
  `events.out.tfevents.${Math.floor(startedAt / 1000)}.${runId}`;
