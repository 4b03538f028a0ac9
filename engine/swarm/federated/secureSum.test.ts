import { describe, expect, it } from 'vitest';
import { randomStream } from '#engine/core/random.ts';
import { decode, encode, fixedPoint, masked, type PairStream, unmaskedSum } from './secureSum.ts';

const SIZE = 4000;
const clients = ['a', 'b', 'c', 'd'];
const pair: PairStream = (one, other) => randomStream(5, 'mask', ...[one, other].toSorted());
const point = fixedPoint(1, clients.length);
const updates = new Map(
  clients.map((id) => [id, randomStream(9, 'update', id).fillNormal(new Float32Array(SIZE), 0, 0.1)]),
);
const sent = new Map(clients.map((id) => [id, masked(id, encode(updates.get(id)!, point), clients, pair)]));

function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const mean = (x: ArrayLike<number>) => Array.from(x).reduce((s, v) => s + v, 0) / x.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let c = 0; c < a.length; c++) {
    ab += (a[c]! - ma) * (b[c]! - mb);
    aa += (a[c]! - ma) ** 2;
    bb += (b[c]! - mb) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

describe('secure aggregation (R39)', () => {
  it('hides every update: what the server receives is uncorrelated with it and spread evenly', () => {
    for (const id of clients) {
      const message = sent.get(id)!;
      // four deviations of a sample correlation of independent numbers
      expect(Math.abs(correlation(message, updates.get(id)!))).toBeLessThan(4 / Math.sqrt(SIZE));
      const signed = Int32Array.from(message);
      expect(Math.abs(correlation(signed, updates.get(id)!))).toBeLessThan(4 / Math.sqrt(SIZE));
      const halves = message.reduce((above, word) => above + (word >= 2 ** 31 ? 1 : 0), 0);
      expect(Math.abs(halves / SIZE - 0.5)).toBeLessThan(2 / Math.sqrt(SIZE));
    }
  });

  it('lets the sum through exactly', () => {
    const words = unmaskedSum(sent, clients, pair);
    const plain = clients.map((id) => encode(updates.get(id)!, point));
    for (let c = 0; c < SIZE; c++) {
      expect(words[c]).toBe(plain.reduce((sum, own) => sum + own[c]!, 0) % 2 ** 32);
    }
    const sum = decode(words, point);
    for (let c = 0; c < SIZE; c += 97) {
      const true_ = clients.reduce((total, id) => total + updates.get(id)![c]!, 0);
      expect(Math.abs(sum[c]! - true_)).toBeLessThan(clients.length / point.scale + 1e-6);
    }
  });

  it('lets the sum of the others through when clients drop out after the masks were agreed', () => {
    const survivors = new Map([...sent].filter(([id]) => id !== 'b' && id !== 'd'));
    const sum = decode(unmaskedSum(survivors, clients, pair), point);
    const exact = decode(
      encode(updates.get('a')!, point).map((word, c) => word + encode(updates.get('c')!, point)[c]!),
      point,
    );
    expect(sum).toEqual(exact);
  });

  it('cuts what does not fit', () => {
    expect(
      [...decode(encode(Float32Array.of(9, -9, 0.25), point), point)].map((x) => Math.round(x * 1e6) / 1e6),
    ).toEqual([1, -1, 0.25]);
  });
});
