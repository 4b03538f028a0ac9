import { describe, expect, it } from 'vitest';
import type { LinkId } from '#engine/core/brand.ts';
import { linkFlow } from './linkTraffic.ts';
import { SeriesBuffer } from './seriesBuffer.ts';

const link = 'l' as LinkId;
const series = (values: readonly number[]): SeriesBuffer => {
  const buffer = new SeriesBuffer();
  values.forEach((value, at) => {
    buffer.push(at + 1, at + 1, at + 1, (at + 1) * 100, value);
  });
  return buffer;
};
const run = {
  latest: { 'link/l/messages': 4, 'link/l/bytes': 400 },
  series: new Map([
    ['link/l/messages', series([4, 4, 0, 4])],
    ['link/l/bytes', series([400, 400, 0, 400])],
  ]),
  pace: [
    { round: 1, time: 100 },
    { round: 5, time: 900 },
  ],
  state: 'running' as const,
  deeds: [],
};

describe('what passes a link', () => {
  it('is told a second, a message, and when it last did', () => {
    expect(linkFlow(run, link)).toEqual({
      messagesASecond: 20,
      bytesASecond: 2000,
      messageBytes: 100,
      lastRound: 4,
      bytes: [400, 400, 0, 400],
    });
  });
  it('has no rate while nothing is computed, and remembers the last message of a link that fell silent', () => {
    const silent = {
      ...run,
      state: 'paused' as const,
      latest: { 'link/l/messages': 0, 'link/l/bytes': 0 },
      series: new Map([['link/l/messages', series([4, 4, 0, 0])]]),
    };
    expect(linkFlow(silent, link)).toMatchObject({ messagesASecond: null, messageBytes: null, lastRound: 2 });
  });
  it('is nothing where nothing is counted', () => {
    expect(linkFlow({ ...run, latest: {} }, link)).toBeNull();
  });
});
