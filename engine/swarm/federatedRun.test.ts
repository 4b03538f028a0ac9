import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '#engine/protocol/events.ts';
import { withCentre } from './centres.testing.ts';
import { seriesOf, TestBench, type TestDocument, testDocument, training } from './testRun.ts';

// Numbers such as R35 are the rules of docs/spec/run.md.

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

const SWARM: TestDocument = {
  fish: { count: 4, schedule: 'constant', warmup: 0, dropout: 0 },
  dataset: { examples: 400 },
  run: { rounds: 3, checkpointEvery: 1 },
};
const federated = (params: object = {}, links: object = {}, more: TestDocument = {}): string =>
  withCentre(testDocument({ ...SWARM, ...more }), { kind: 'federated', params: { ...params }, ...links });

/** Weights of every fish, [P] each, from the newest checkpoint. */
function fishWeights(handle: ReturnType<TestBench['create']>): Float32Array[] {
  const tensors = handle.readCheckpoint()?.tensors ?? [];
  const own = tensors.filter(({ name }) => /^school-1\./.test(name) && !/\.(m|v|anchor)$/.test(name));
  const count = own[0]?.shape[0] ?? 0;
  return Array.from({ length: count }, (_, slot) =>
    Float32Array.from(
      own.flatMap(({ data, shape }) => {
        const size = data.length / shape[0]!;
        return [...data.subarray(slot * size, (slot + 1) * size)];
      }),
    ),
  );
}
const stored = (handle: { events(after: number, limit: number): readonly RunEvent[] }) =>
  handle.events(0, 100_000);
const parametersOf = (events: readonly RunEvent[]): number => {
  const started = events.find((event) => event.type === 'started');
  return started?.type === 'started' ? started.fish[0]!.parameters : 0;
};
const warnings = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'warning' ? [event.message] : []));

describe('a federated server', () => {
  it('makes its model of what clients learned apart, and gives it to all of them (R35)', async () => {
    const { events, handle } = await bench.run(federated({}, {}, { run: { rounds: 5 } }));
    const [first, ...others] = fishWeights(handle);
    for (const other of others) expect(other).toEqual(first);
    expect(seriesOf(events, 'swarm/accuracy').get(5)).toBeGreaterThan(0.7);
    expect(seriesOf(events, 'swarm/accuracy').get(5)).toBe(seriesOf(events, 'fish/fish:1/accuracy').get(5));
    expect(seriesOf(events, 'node/server/clients').get(1)).toBe(4);
    // the clients pull apart: their joint update is shorter than theirs
    expect(seriesOf(events, 'node/server/updateNorm').get(1)).toBeLessThan(
      seriesOf(events, 'node/server/drift').get(1)!,
    );
    const each = 4 * parametersOf(events);
    expect(seriesOf(events, 'swarm/messageBytes').get(2)).toBe(8 * each);
    expect(seriesOf(events, 'link/fish-up-server/messages').get(2)).toBe(4);
  });

  it('takes either direction of a link as both (R35)', async () => {
    const both = await bench.run(federated());
    const up = await bench.run(federated({}, { down: null }));
    const down = await bench.run(federated({}, { up: null }));
    expect(fishWeights(up.handle)).toEqual(fishWeights(both.handle));
    expect(fishWeights(down.handle)).toEqual(fishWeights(both.handle));
    expect(seriesOf(down.events, 'link/fish-down-server/messages').get(1)).toBe(8);
  });

  it('asks only its share of the clients; the others rest and still get the model (R35)', async () => {
    const { events, handle } = await bench.run(federated({ fraction: 0.5 }));
    for (const round of [1, 2, 3]) {
      const learned = [1, 2, 3, 4].filter((k) =>
        seriesOf(events, `fish/fish:${k}/trainLossRound`).has(round),
      );
      expect(learned).toHaveLength(2);
      expect(seriesOf(events, 'node/server/clients').get(round)).toBe(2);
    }
    const [first, ...others] = fishWeights(handle);
    for (const other of others) expect(other).toEqual(first);
  });

  it('acts every few rounds, and lets clients learn alone in between (R35)', async () => {
    const { events } = await bench.run(
      federated({ every: 2, algorithm: 'diloco' }, {}, { run: { rounds: 4 } }),
    );
    expect([...seriesOf(events, 'node/server/clients').keys()]).toEqual([2, 4]);
    expect(seriesOf(events, 'fish/fish:1/loss').get(1)).not.toBe(seriesOf(events, 'fish/fish:2/loss').get(1));
    expect(seriesOf(events, 'fish/fish:1/loss').get(2)).toBe(seriesOf(events, 'fish/fish:2/loss').get(2));
  });

  it('goes on without clients that die, and brings those that return up to date (R35)', async () => {
    const { events, handle } = await bench.run(
      federated({}, {}, { faults: [{ fish: [2, 3], round: 2, returnRound: 3 }] }),
    );
    expect([...seriesOf(events, 'node/server/clients').values()]).toEqual([4, 2, 4]);
    const [first, second] = fishWeights(handle);
    expect(second).toEqual(first);
    // two models at the beginning of round 3, four at its end
    expect(seriesOf(events, 'link/fish-down-server/messages').get(3)).toBe(6);
  });

  it('with a robust method is not led away by a client that learns at a mad rate (R37)', async () => {
    const mad = async (robust: string) => {
      let given = false;
      const { events } = await bench.run(
        federated({ robust }, {}, { run: { rounds: 4 }, fish: { ...SWARM.fish, count: 5 } }),
        {
          watch: (event) => {
            if (given || event.type !== 'started') return undefined;
            given = true;
            return { type: 'set-learning-rate', fish: 'fish:2' as never, value: 3 };
          },
        },
      );
      return seriesOf(events, 'swarm/loss').get(4) ?? Number.POSITIVE_INFINITY;
    };
    const plain = await mad('none');
    for (const method of ['median', 'multi-krum']) expect(await mad(method)).toBeLessThan(plain);
  });

  it('pulls clients with a proximal term towards its model: they drift less (R44)', async () => {
    const free = await bench.run(federated());
    const pulled = await bench.run(federated({ proximal: 10 }));
    const drift = (events: readonly RunEvent[]) => seriesOf(events, 'node/server/drift').get(3)!;
    expect(drift(pulled.events)).toBeLessThan(drift(free.events));
  });

  it('adds masked updates up to what it would read of open ones (R39)', async () => {
    const open = await bench.run(federated());
    const secure = await bench.run(federated({ secure: true }));
    const [a, b] = [fishWeights(open.handle)[0]!, fishWeights(secure.handle)[0]!];
    let most = 0;
    for (let c = 0; c < a.length; c++) most = Math.max(most, Math.abs(a[c]! - b[c]!));
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(2e-4);
  });

  it('removes the masks of clients whose message is lost (R39)', async () => {
    const params = { secure: true, weigh: 'equal' };
    const links = { up: { loss: 0.15 } };
    const open = await bench.run(federated({ ...params, secure: false }, links));
    const secure = await bench.run(federated(params, links));
    expect([...seriesOf(secure.events, 'node/server/clients')]).toEqual([
      ...seriesOf(open.events, 'node/server/clients'),
    ]);
    expect(Math.min(...seriesOf(secure.events, 'node/server/clients').values())).toBeLessThan(4);
    const [a, b] = [fishWeights(open.handle)[0]!, fishWeights(secure.handle)[0]!];
    expect(Math.max(...a.map((value, c) => Math.abs(value - b[c]!)))).toBeLessThan(2e-4);
  });

  it('with noise says what epsilon it has spent, and warns above the budget (R38)', async () => {
    const { events } = await bench.run(federated({ clip: 1, noise: 1, fraction: 0.5, budget: 4 }));
    const epsilons = [...seriesOf(events, 'node/server/epsilon').values()];
    expect(epsilons).toHaveLength(3);
    expect(epsilons[2]).toBeGreaterThan(epsilons[0]!);
    expect(warnings(events)).toEqual([
      expect.stringMatching(
        /"server" has spent an epsilon of [\d.]+ at delta 0.00001, more than the budget of 4/,
      ),
    ]);
    expect(Math.max(...seriesOf(events, 'node/server/clipped').values())).toBeLessThanOrEqual(1);
  });

  it('compresses what clients send, counts those bytes, and learns all the same (R42)', async () => {
    const bytes = async (compression: string) => {
      const { events } = await bench.run(federated({ compression }, {}, { run: { rounds: 5 } }));
      expect(seriesOf(events, 'swarm/accuracy').get(5)).toBeGreaterThan(0.65);
      return seriesOf(events, 'link/fish-up-server/bytes').get(1)!;
    };
    const whole = await bytes('none');
    expect((await bytes('8bit')) / whole).toBeLessThan(0.27);
    expect((await bytes('topk')) / whole).toBeLessThan(0.11);
  });

  it('bears messages that are late or lost (R42)', async () => {
    const { events, handle } = await bench.run(
      federated({}, { up: { delay: 1, loss: 0.2 }, down: { delay: 1 } }, { run: { rounds: 16 } }),
    );
    expect(seriesOf(events, 'node/server/clients').get(1)).toBe(0);
    const dropped = [...seriesOf(events, 'link/fish-up-server/dropped').values()];
    expect(dropped.reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
    expect(seriesOf(events, 'swarm/accuracy').get(16)).toBeGreaterThan(0.65);
    for (const row of fishWeights(handle)) expect(row.every(Number.isFinite)).toBe(true);
  });

  it('can be the client of another server (R35)', async () => {
    const base = testDocument({
      ...SWARM,
      fish: { ...SWARM.fish, count: 4 },
      talk: { family: 'weights', strength: 0 },
    });
    const parsed = JSON.parse(base);
    for (const id of Object.keys(parsed.links)) if (/^fish-\d-fish-\d$/.test(id)) delete parsed.links[id];
    const one = withCentre(JSON.stringify(parsed), {
      kind: 'federated',
      id: 'a',
      members: ['fish-1', 'fish-2'],
    });
    const two = withCentre(one, { kind: 'federated', id: 'b', members: ['fish-3', 'fish-4'] });
    const top = withCentre(two, {
      kind: 'federated',
      id: 'top',
      members: ['a', 'b'],
      params: { every: 2 },
    });
    const { events, handle } = await bench.run(top, { handle: bench.create(top) });
    const loss = (fish: number, round: number) => seriesOf(events, `fish/fish-${fish}/loss`).get(round);
    expect(loss(1, 1)).toBe(loss(2, 1));
    expect(loss(1, 1)).not.toBe(loss(3, 1));
    expect(loss(1, 2)).toBe(loss(3, 2));
    expect(fishWeights(handle)).toHaveLength(4);
    expect(seriesOf(events, 'node/top/clients').get(2)).toBe(2);
  });
});

describe('commands to a federated swarm', () => {
  it('cut its links, flip the sign of a client, and put a fresh fish in the place of one (R35, R37)', async () => {
    const given = new Set<number>();
    const { events, handle } = await bench.run(federated({ robust: 'median' }, {}, { run: { rounds: 4 } }), {
      watch: (event, run) => {
        if (given.has(event.round) || event.type !== 'metrics') return undefined;
        given.add(event.round);
        if (event.round === 1) {
          run.command({ type: 'corrupt-fish', fish: 'fish:4' as never, kind: 'sign-flip', amount: 1 });
        }
        if (event.round === 2) return { type: 'cut-link', link: 'fish-up-server' as never };
        if (event.round === 3) {
          run.command({ type: 'replace-fish', fish: 'fish:1' as never });
          return { type: 'restore-link', link: 'fish-up-server' as never };
        }
        return undefined;
      },
    });
    const heard = seriesOf(events, 'node/server/clients');
    // In round 3 the fresh fish has not taken the model yet, so its update would mean nothing.
    expect([1, 2, 3, 4].map((round) => heard.get(round))).toEqual([4, 0, 3, 4]);
    expect(seriesOf(events, 'link/fish-up-server/messages').get(2)).toBe(0);
    const [first, second] = fishWeights(handle);
    expect(second).toEqual(first);
  });

  it('refuse a fish that would read the examples of a client (R40)', async () => {
    const refused: string[] = [];
    await bench.run(federated({}, {}, { run: { rounds: 1 } }), {
      watch: (event, run) => {
        if (event.type !== 'metrics' || refused.length > 0) return undefined;
        try {
          run.command({ type: 'add-fish', like: 'fish:1' as never });
        } catch (error) {
          refused.push(String(error));
        }
        return undefined;
      },
    });
    expect(refused).toEqual([expect.stringMatching(/"fish:1" is a client of the federated server "server"/)]);
  });
});

describe('a resumed federated run', () => {
  it.each([
    [
      'noise, sampling and momentum',
      { clip: 1, noise: 0.5, fraction: 0.5, algorithm: 'fedavgm', proximal: 0.1 },
      {},
    ],
    ['masks', { secure: true, algorithm: 'fedadam', every: 2 }, { up: { loss: 0.3 } }],
    ['messages under way', { compression: 'topk' }, { up: { delay: 2, loss: 0.2 }, down: { delay: 1 } }],
  ])('goes on bit for bit: %s (R17)', async (_, params, links) => {
    const document = federated(params, links, {
      run: { rounds: 5, checkpointEvery: 2 },
      faults: [{ fish: [1], round: 2, returnRound: 4 }],
    });
    const whole = await bench.run(document);
    let asked = false;
    const stopped = await bench.run(document, {
      watch: (event) => {
        const inRound =
          event.type === 'metrics' &&
          event.round === 3 &&
          Object.keys(event.values).some((x) => x.endsWith('/trainLoss'));
        if (asked || !inRound) return undefined;
        asked = true;
        return { type: 'stop' };
      },
    });
    expect(stopped.end.reason).toBe('stopped');
    await bench.run(document, { handle: stopped.handle, resume: true });
    expect(training(stored(stopped.handle))).toEqual(training(stored(whole.handle)));
    expect(stopped.handle.readCheckpoint()).toEqual(whole.handle.readCheckpoint());
  });
});

describe('the audit of a run (R43)', () => {
  it('tells of every link what crossed it in each round, and never an example', async () => {
    const { events } = await bench.run(federated());
    const audits = events.flatMap((event) => (event.type === 'audit' ? [event] : []));
    expect(audits.map(({ round }) => round)).toEqual([1, 2, 3]);
    const each = 4 * parametersOf(events);
    expect(audits[1]!.crossed).toEqual([
      { link: 'fish-up-server', cargo: 'weights', messages: 4, bytes: 4 * each, dropped: 0 },
      { link: 'fish-down-server', cargo: 'weights', messages: 4, bytes: 4 * each, dropped: 0 },
      { link: 'say-fish', cargo: 'prediction', messages: 4, bytes: 4 * 2 * 4 * 80, dropped: 0 },
    ]);
  });
});
