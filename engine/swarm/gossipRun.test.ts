import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lower } from '#engine/compile/lower.ts';
import { readDocument } from '#engine/document/parse.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { withCentre } from './centres.testing.ts';
import { seriesOf, TestBench, type TestDocument, testDocument, training } from './testRun.ts';

// Numbers such as R42 are the rules of docs/spec/run.md.

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

const BASE: TestDocument = {
  fish: { count: 4, schedule: 'constant', warmup: 0, dropout: 0 },
  dataset: { examples: 400 },
  run: { rounds: 3, checkpointEvery: 1 },
};
/** Four fish, each joined to each. */
const mesh = (params: object, more: TestDocument = {}): string =>
  testDocument({ ...BASE, talk: { family: 'weights', ...params }, ...more });

type Handle = ReturnType<TestBench['create']>;
const stored = (handle: Handle): readonly RunEvent[] => handle.events(0, 100_000);

/** By fish, all parameters. */
function rows(handle: Handle): Float32Array[] {
  const tensors = (handle.readCheckpoint()?.tensors ?? []).filter(
    ({ name }) => name.startsWith('school-1.') && !/\.(m|v|anchor)$/.test(name),
  );
  const count = tensors[0]?.shape[0] ?? 0;
  return Array.from({ length: count }, (_, slot) =>
    Float32Array.from(
      tensors.flatMap(({ data, shape }) => {
        const size = data.length / shape[0]!;
        return [...data.subarray(slot * size, (slot + 1) * size)];
      }),
    ),
  );
}

/** Mean squared distance of the fish from their mean. */
function spread(handle: Handle): number {
  const all = rows(handle);
  let sum = 0;
  for (let c = 0; c < all[0]!.length; c++) {
    const mean = all.reduce((total, row) => total + row[c]!, 0) / all.length;
    sum += all.reduce((total, row) => total + (row[c]! - mean) ** 2, 0);
  }
  return sum;
}

function meanOf(handle: Handle): Float64Array {
  const all = rows(handle);
  return Float64Array.from(all[0]!, (_, c) => all.reduce((sum, row) => sum + row[c]!, 0) / all.length);
}
const bytesOf = (events: readonly RunEvent[]) => [...seriesOf(events, 'swarm/messageBytes').values()];

describe('gossip over links that delay, lose and compress (R42)', () => {
  it('keeps the mean of the weights in the first round, whatever a link does to messages', async () => {
    const run = { ...BASE.run, rounds: 1 };
    const alone = meanOf(
      (await bench.run(testDocument({ ...BASE, run, talk: { family: 'weights', strength: 0 } }))).handle,
    );
    for (const params of [{}, { compression: '8bit' }, { compression: 'topk' }, { loss: 0.5 }]) {
      const { handle } = await bench.run(mesh(params, { run }));
      const mean = meanOf(handle);
      const most = mean.reduce((max, value, c) => Math.max(max, Math.abs(value - alone[c]!)), 0);
      expect(most, JSON.stringify(params)).toBeLessThan(1e-6);
    }
  });

  it('brings the fish together all the same, with fewer bytes where compressed', async () => {
    const apart = await bench.run(testDocument({ ...BASE, talk: { family: 'weights', strength: 0 } }));
    const whole = await bench.run(mesh({}));
    expect(spread(whole.handle)).toBeLessThan(spread(apart.handle) / 20);
    const eight = await bench.run(mesh({ compression: '8bit' }));
    expect(spread(eight.handle)).toBeLessThan(spread(apart.handle) / 10);
    expect(bytesOf(eight.events)[0]! / bytesOf(whole.events)[0]!).toBeLessThan(0.27);
    const top = await bench.run(mesh({ compression: 'topk' }));
    expect(spread(top.handle)).toBeLessThan(spread(apart.handle) * 0.8);
    expect(bytesOf(top.events)[0]! / bytesOf(whole.events)[0]!).toBeLessThan(0.16);
    const late = await bench.run(mesh({ delay: 1 }));
    expect(spread(late.handle)).toBeLessThan(spread(apart.handle) * 0.8);
    const lossy = await bench.run(mesh({ loss: 0.3 }));
    expect(spread(lossy.handle)).toBeLessThan(spread(apart.handle) / 2);
  });

  it('loses a message both ways or not at all, and counts it', async () => {
    const { events } = await bench.run(mesh({ loss: 0.5 }));
    for (const round of [1, 2, 3]) {
      const lost = seriesOf(events, 'swarm/messagesDropped').get(round)!;
      const came = seriesOf(events, 'swarm/messages').get(round)!;
      expect(lost % 2).toBe(0);
      expect(lost + came).toBe(12);
    }
  });

  it.each([
    ['late and lost', { delay: 2, loss: 0.2 }],
    ['the largest changes', { compression: 'topk', every: 2 }],
  ])('is resumed bit for bit: %s (R17)', async (_, params) => {
    const document = mesh(params, { run: { rounds: 5, checkpointEvery: 2 } });
    const whole = await bench.run(document);
    let asked = false;
    const stopped = await bench.run(document, {
      watch: (event) => {
        if (asked || event.type !== 'metrics' || event.round !== 4) return undefined;
        asked = true;
        return { type: 'stop' };
      },
    });
    await bench.run(document, { handle: stopped.handle, resume: true });
    expect(training(stored(stopped.handle))).toEqual(training(stored(whole.handle)));
    expect(stopped.handle.readCheckpoint()).toEqual(whole.handle.readCheckpoint());
  });
});

describe('a hub (R41)', () => {
  const star = (links: object = {}, more: TestDocument = {}): string =>
    withCentre(testDocument({ ...BASE, ...more }), { kind: 'hub', id: 'hub', ...links });

  it('averages weights exactly over all who live: one message up and one down each', async () => {
    const { events, handle } = await bench.run(star({}, { faults: [{ fish: [4], round: 2 }] }));
    const [first, second, third, dead] = rows(handle);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(dead).not.toEqual(first);
    expect([...seriesOf(events, 'swarm/messages').values()]).toEqual([8, 6, 6]);
  });

  it.each([
    ['8 bits', { up: { compression: '8bit' } }],
    ['the largest changes', { up: { compression: 'topk' } }],
    ['late', { up: { delay: 1 }, down: { delay: 1 } }],
    ['lost', { up: { loss: 0.3 } }],
  ])('brings fish together although messages are %s', async (_, links) => {
    const apart = await bench.run(
      testDocument({
        ...BASE,
        talk: { family: 'weights', strength: 0 },
        run: { rounds: 5, checkpointEvery: 5 },
      }),
    );
    const { handle } = await bench.run(star(links, { run: { rounds: 5, checkpointEvery: 5 } }));
    expect(spread(handle)).toBeLessThan(spread(apart.handle) * 0.9);
  });

  it('lets every fish learn from the mean prediction of the others', async () => {
    const document = star({ family: 'prediction' });
    const { talk } = lower(readDocument(document, 'test'));
    expect(talk).toHaveLength(12);
    for (const link of talk) expect(link).toMatchObject({ family: 'prediction', strength: 1 / 3 });
    const { events } = await bench.run(document);
    // four up and four down in each of eight steps, a distribution over two classes for 16 texts each
    expect(seriesOf(events, 'swarm/messages').get(1)).toBe(8 * 8);
    expect(seriesOf(events, 'swarm/messageBytes').get(1)).toBe(8 * 8 * 16 * 2 * 4);
  });
});

describe('links that lose what fish say (R42)', () => {
  it('leave a voice out of the evaluation', async () => {
    const parsed = JSON.parse(testDocument({ ...BASE, run: { rounds: 6 } }));
    parsed.links['say-fish'].params = { loss: 0.5 };
    const { events } = await bench.run(JSON.stringify(parsed));
    const dropped = seriesOf(events, 'link/say-fish/dropped');
    const heard = seriesOf(events, 'link/say-fish/messages');
    for (const round of [1, 2, 3, 4, 5, 6]) expect(dropped.get(round)! + heard.get(round)!).toBe(4);
    expect(Math.max(...dropped.values())).toBeGreaterThan(0);
    const one = [...heard].find(([, count]) => count > 0 && count < 4);
    expect(one).toBeDefined();
  });
});
