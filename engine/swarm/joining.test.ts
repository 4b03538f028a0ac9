import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunCommand } from '#engine/protocol/commands.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import { withCentre } from './centres.testing.ts';
import { predictRun } from './predictor.ts';
import { seriesOf, TestBench, type TestDocument, testDocument, training } from './testRun.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

const add = (like: string, more: { place?: string | null; share?: string } = {}): RunCommand =>
  ({ type: 'add-fish', like, ...more }) as RunCommand; // as the protocol parses it

/** Gives each command at the first metrics of its round. */
function giving(...commands: readonly (readonly [round: number, command: RunCommand])[]) {
  const waiting = [...commands];
  return (event: RunEvent): RunCommand | undefined =>
    waiting[0] !== undefined && event.type === 'metrics' && event.round >= waiting[0][0]
      ? waiting.shift()?.[1]
      : undefined;
}

type Nodes = Readonly<Record<string, { readonly kind: string; readonly [param: string]: unknown }>>;

/** A test document with nodes and links more; `drop` takes links away. */
function changed(
  options: TestDocument,
  more: { nodes?: Nodes; links?: readonly string[]; drop?: (id: string) => boolean },
): string {
  const document = JSON.parse(testDocument(options));
  for (const [id, { kind, ...params }] of Object.entries(more.nodes ?? {}))
    document.nodes[id] = { kind, position: { x: 0, y: 0 }, params };
  for (const [i, text] of (more.links ?? []).entries()) {
    const [from, to] = text.split(' > ').map((end) => {
      const [node, port] = end.split('.');
      return { node, port };
    });
    document.links[`more-${i + 1}`] = { from, to, params: {} };
  }
  for (const id of Object.keys(document.links)) if (more.drop?.(id)) delete document.links[id];
  return JSON.stringify(document);
}

/** Every value of the fish there were at the start. */
const ofFirst = (events: readonly RunEvent[]) =>
  events.flatMap((event) =>
    event.type === 'metrics'
      ? Object.entries(event.values).filter(([name]) => /^fish\/fish-[123]\//.test(name))
      : [],
  );
/** Weights and moments of the fish there were at the start. */
const tensors = (handle: RunHandle) =>
  new Map(
    handle
      .readCheckpoint()
      ?.tensors.filter(({ name }) => !name.includes('added-'))
      .map(({ name, data }) => [name, data]),
  );
const refusal = async (document: string, command: RunCommand): Promise<string> => {
  let refused = 'nothing was refused';
  let asked = false;
  await bench.run(document, {
    watch: (event, run) => {
      if (event.type !== 'metrics' || event.round < 1 || asked) return undefined;
      asked = true;
      try {
        run.command(command);
      } catch (error) {
        refused = String(error);
      }
      return undefined;
    },
  });
  return refused;
};

describe('a fish that takes a place in a running swarm (R61)', () => {
  it('hears predictions of those whom the fish beside it hears; who hears nothing of it keeps every bit', async () => {
    const document = changed(
      { talk: { family: 'prediction' }, run: { rounds: 4 }, fish: { dropout: 0.2 } },
      { drop: (id) => /^fish-\d-fish-\d$/.test(id) && id !== 'fish-1-fish-2' },
    );
    const plain = await bench.run(document);
    const grown = await bench.run(document, { watch: giving([1, add('fish-2')]) });
    expect(ofFirst(grown.events)).toEqual(ofFirst(plain.events));
    expect(tensors(grown.handle)).toEqual(tensors(plain.handle));
    const messages = seriesOf(grown.events, 'link/fish-1-fish-2/messages');
    expect([messages.get(1), messages.get(2)]).toEqual([8, 16]);
    const loss = seriesOf(grown.events, 'fish/fish-2:2/trainLossRound');
    expect([loss.has(1), loss.has(2)]).toEqual([false, true]);
    expect(seriesOf(grown.events, 'fish/fish-2:2/loss').get(4)).toBeGreaterThan(0);
  });

  it('exchanges states with weights that are there already, and answers with them in a stored run', async () => {
    const document = testDocument({ talk: { family: 'state' }, run: { rounds: 4 }, fish: { dropout: 0.2 } });
    const plain = await bench.run(document);
    const grown = await bench.run(document, { watch: giving([2, add('fish-2')]) });
    const untilThen = (events: readonly RunEvent[]) => ofFirst(events.filter(({ round }) => round <= 2));
    expect(untilThen(grown.events)).toEqual(untilThen(plain.events));
    const shapes = ({ handle }: { handle: RunHandle }) =>
      [...tensors(handle)].map(([name, data]) => [name, data.length]);
    expect(shapes(grown)).toEqual(shapes(plain));
    const messages = seriesOf(grown.events, 'link/fish-1-fish-2/messages');
    expect([messages.get(2), messages.get(3)]).toEqual([8, 16]);
    const [answer] = await predictRun(grown.handle, bench.executor, ['a good film']);
    expect(answer?.fish.map(({ id }) => id)).toEqual(['fish-1', 'fish-2', 'fish-3', 'fish-2:2']);
  });

  it('is heard in turn: those who hear the fish beside it learn from it', async () => {
    const document = testDocument({ talk: { family: 'prediction' }, run: { rounds: 4 } });
    const plain = await bench.run(document);
    const grown = await bench.run(document, { watch: giving([1, add('fish-1')]) });
    const loss = (events: readonly RunEvent[]) => seriesOf(events, 'fish/fish-2/trainLossRound');
    expect(loss(grown.events).get(1)).toBe(loss(plain.events).get(1));
    expect(loss(grown.events).get(2)).not.toBe(loss(plain.events).get(2));
  });

  it('gossips: Metropolis weights are those of the larger network, and it begins with the weights beside it', async () => {
    const document = testDocument({
      talk: { family: 'weights' },
      run: { rounds: 4 },
      fish: { learningRate: 0.003, schedule: 'constant' },
    });
    const { events } = await bench.run(document, { watch: giving([2, add('fish-1')]) });
    const weight = seriesOf(events, 'link/fish-2-fish-3/weight');
    expect([weight.get(2) ?? seriesOf(events, 'link/fish-3-fish-2/weight').get(2)]).toEqual([
      expect.closeTo(1 / 3, 9),
    ]);
    const all = [...Array(3).keys()].flatMap((i) =>
      [...Array(3).keys()].map((j) => seriesOf(events, `link/fish-${i + 1}-fish-${j + 1}/weight`).get(3)),
    );
    expect(all.filter((value) => value !== undefined)).toEqual([0, 0, 0].map(() => expect.closeTo(1 / 4, 9)));
    const messages = seriesOf(events, 'swarm/messages');
    expect([messages.get(2), messages.get(3)]).toEqual([6, 10]);
    const loss = (id: string) => seriesOf(events, `fish/${id}/loss`);
    expect(loss('fish-1:2').get(3)).toBeLessThan(loss('fish-1').get(2)!);
  });

  it('takes part in a hub of weights', async () => {
    const document = withCentre(testDocument({ run: { rounds: 3 } }), { kind: 'hub', id: 'hub' });
    const { events } = await bench.run(document, { watch: giving([1, add('fish:2')]) });
    const up = seriesOf(events, 'link/fish-up-hub/messages');
    expect([up.get(1), up.get(2)]).toEqual([3, 4]);
    const last = ['fish:1', 'fish:2', 'fish:3', 'fish:4'].map((id) =>
      seriesOf(events, `fish/${id}/loss`).get(3),
    );
    for (const loss of last) expect(loss).toBeCloseTo(last[0]!, 6);
  });

  it('hears through a hub the mean of all others, in which each has an equal share', async () => {
    const document = withCentre(testDocument({ run: { rounds: 3 } }), {
      kind: 'hub',
      id: 'hub',
      family: 'prediction',
    });
    const { events } = await bench.run(document, { watch: giving([1, add('fish:2')]) });
    const weight = seriesOf(events, 'link/fish-up-hub/weight');
    expect([weight.get(1), weight.get(2)]).toEqual([expect.closeTo(1 / 2, 9), expect.closeTo(1 / 3, 9)]);
  });

  it('becomes a client with examples of its own, and takes the model before it learns', async () => {
    const document = withCentre(testDocument({ run: { rounds: 4 }, shard: { mode: 'iid', spare: 1 } }), {
      kind: 'federated',
    });
    const { events } = await bench.run(document, { watch: giving([2, add('fish:3')]) });
    const clients = seriesOf(events, 'node/server/clients');
    expect([clients.get(2), clients.get(3)]).toEqual([3, 4]);
    const added = events.find((event) => event.type === 'fish-added');
    expect(added).toMatchObject({ fish: { id: 'fish:4', examples: 120 } });
    const loss = (id: string) => seriesOf(events, `fish/${id}/loss`).get(4);
    expect(loss('fish:4')).toBeCloseTo(loss('fish:1')!, 6);
    const start = (id: string) => seriesOf(events, `fish/${id}/trainLossRound`).get(3)!;
    expect(start('fish:4')).toBeLessThan(0.6); // a fresh one begins at ln 2
    const drift = seriesOf(events, 'node/server/drift');
    expect(drift.get(3)).toBeLessThan(2 * drift.get(2)!);
  });

  it.each([
    ['swarm', { learn: false }],
    ['pbt', {}],
    ['genetic', {}],
    ['merge', {}],
  ])('joins a population: %s', async (method, params) => {
    const document = changed(
      { run: { rounds: 6 } },
      {
        nodes: { evolve: { kind: 'evolve', method, first: 2, every: 1, ...params } },
        links: ['evolve.control > fish.control'],
      },
    );
    const { events } = await bench.run(document, { watch: giving([3, add('fish:1')]) });
    const generations = events.flatMap((event) =>
      event.type === 'lineage' ? [[event.round, event.fish.map((entry) => entry.fish)] as const] : [],
    );
    const at = (round: number) => generations.find(([when]) => when === round)?.[1];
    expect(at(3)).toEqual(['fish:1', 'fish:2', 'fish:3']);
    expect(at(5)).toEqual(['fish:1', 'fish:2', 'fish:3', 'fish:4']);
    expect(seriesOf(events, 'fish/fish:4/fitness').has(4)).toBe(true);
    const best = [...seriesOf(events, 'node/evolve/bestFitness').values()];
    expect(best).toEqual(best.toSorted((a, b) => a - b));
  });

  it('is heard or not as controllers decide', async () => {
    const document = changed(
      { talk: { family: 'prediction' }, run: { rounds: 4 } },
      {
        nodes: { organise: { kind: 'organise', method: 'usefulness' } },
        links: [1, 2, 3].map((i) => `organise.control > fish-${i}.control`),
      },
    );
    const { events } = await bench.run(document, { watch: giving([1, add('fish-1')]) });
    const decided = events.findLast((event) => event.type === 'topology');
    const links = decided?.type === 'topology' ? decided.links : [];
    expect(new Set(links.map(({ from }) => from))).toContain('fish-1:2');
    expect(new Set(links.map(({ to }) => to))).toContain('fish-1:2');
  });

  it('schools with the fish of its node', async () => {
    const options: TestDocument = { fish: { alignment: 1 }, run: { rounds: 3 } };
    const plain = await bench.run(testDocument(options));
    const grown = await bench.run(testDocument(options), { watch: giving([1, add('fish:1')]) });
    const loss = (events: readonly RunEvent[], id: string) => seriesOf(events, `fish/${id}/trainLossRound`);
    expect(loss(grown.events, 'fish:1').get(1)).toBe(loss(plain.events, 'fish:1').get(1));
    expect(loss(grown.events, 'fish:1').get(2)).not.toBe(loss(plain.events, 'fish:1').get(2));
    expect(loss(grown.events, 'fish:4').get(3)).toBeGreaterThan(0);
  });

  it.each([
    [
      'state links that learn',
      testDocument({ talk: { family: 'state', trainable: true }, run: { rounds: 5, checkpointEvery: 1 } }),
      'fish-1',
    ],
    [
      'school rules',
      testDocument({ fish: { cohesion: 0.5 }, run: { rounds: 5, checkpointEvery: 1 } }),
      'fish:1',
    ],
    [
      'gossip by largest numbers',
      testDocument({
        talk: { family: 'weights', compression: 'topk' },
        run: { rounds: 5, checkpointEvery: 1 },
      }),
      'fish-1',
    ],
    [
      'a federated server',
      withCentre(testDocument({ run: { rounds: 5, checkpointEvery: 1 }, shard: { spare: 2 } }), {
        kind: 'federated',
        params: { proximal: 0.1, algorithm: 'fedavgm', fraction: 0.5 },
        up: { delay: 1 },
      }),
      'fish:1',
    ],
    [
      'a particle swarm',
      changed(
        { run: { rounds: 5, checkpointEvery: 1 } },
        {
          nodes: { evolve: { kind: 'evolve', method: 'swarm', first: 1, every: 1 } },
          links: ['evolve.control > fish.control'],
        },
      ),
      'fish:1',
    ],
  ])('goes on after a resume as if nothing had happened: %s (R17)', async (_, document, like) => {
    const command = add(like);
    const whole = await bench.run(document, { watch: giving([1, command]) });
    for (const stop of [2, 4]) {
      const handle = bench.create(document);
      const give = giving([1, command]);
      await bench.run(document, {
        handle,
        watch: (event) => (event.type === 'metrics' && event.round === stop ? { type: 'stop' } : give(event)),
      });
      const resumed = await bench.run(document, { handle, resume: true });
      const since = (events: readonly RunEvent[]) => training(events.filter(({ round }) => round >= stop));
      expect(since(resumed.events)).toEqual(since(whole.events));
      expect(tensors(resumed.handle)).toEqual(tensors(whole.handle));
    }
  });

  it('is refused where it would change what the others learn from, or needs weights they do not have', async () => {
    const apart = testDocument({ talk: { family: 'prediction' }, run: { rounds: 1 } });
    expect(await refusal(apart, add('fish-1', { place: 'nobody' }))).toContain('no fish "nobody"');
    const other = changed(
      { talk: { family: 'prediction' }, run: { rounds: 1 } },
      {
        nodes: { wide: { kind: 'fish', width: 32, layers: 1, heads: 2, feedForward: 32, context: 24 } },
        links: ['shard.examples > wide.examples', 'wide.prediction > answer.prediction'],
      },
    );
    expect(await refusal(other, add('fish-1', { share: 'wide' }))).toContain('learn from common batches');
    const states = changed(
      { talk: { family: 'state' }, run: { rounds: 1 } },
      {
        nodes: {
          wide: { kind: 'fish', width: 32, layers: 1, heads: 2, feedForward: 32, context: 24 },
        },
        links: ['shard.examples > wide.examples', 'wide.prediction > answer.prediction'],
      },
    );
    expect(await refusal(states, add('wide', { place: 'fish-1' }))).toContain(
      'have no weights for a fish of its kind',
    );
    const mixed = changed(
      { talk: { family: 'weights' }, run: { rounds: 1 } },
      {
        nodes: {
          wide: { kind: 'fish', width: 32, layers: 1, heads: 2, feedForward: 32, context: 24 },
        },
        links: ['shard.examples > wide.examples', 'wide.prediction > answer.prediction'],
      },
    );
    expect(await refusal(mixed, add('wide', { place: 'fish-1' }))).toContain('is built differently');
  });

  it('takes the links of another fish than the one it is like', async () => {
    const document = changed(
      { talk: { family: 'prediction' }, run: { rounds: 3 } },
      { drop: (id) => /^fish-\d-fish-\d$/.test(id) && id !== 'fish-1-fish-2' },
    );
    const { events } = await bench.run(document, {
      watch: giving([1, add('fish-3', { place: 'fish-2', share: 'fish-1' })]),
    });
    expect(seriesOf(events, 'link/fish-1-fish-2/messages').get(2)).toBe(16);
    expect(events.find((event) => event.type === 'fish-added')).toMatchObject({ fish: { nodeId: 'fish-3' } });
    expect(seriesOf(events, 'fish/fish-3:2/loss').get(3)).toBeGreaterThan(0);
  });
});
