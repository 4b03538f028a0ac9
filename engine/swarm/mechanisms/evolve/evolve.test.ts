import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExecutor } from '#engine/executors/index.ts';
import { metricOf } from '#engine/metrics/catalogue.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { parseSeries } from '#engine/protocol/series.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import { createRun } from '../../swarmRun.ts';
import { repeatable, seriesOf, TestBench, type TestDocument, testDocument, training } from '../../testRun.ts';

// Numbers such as R50 are the rules of docs/spec/run.md.

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

type Params = Readonly<Record<string, unknown>>;

/** A school of four on a small task, and what evolves it. */
function evolving(params: Params, options: TestDocument = {}): string {
  const document = JSON.parse(
    testDocument({
      ...options,
      dataset: { examples: 300, ...options.dataset },
      fish: { count: 4, dropout: 0, schedule: 'constant', warmup: 0, ...options.fish },
      run: { rounds: 6, local: { unit: 'steps', amount: 4 }, ...options.run },
    }),
  );
  document.nodes.evolution = { kind: 'evolve', position: { x: 0, y: 0 }, params: { first: 2, ...params } };
  document.links.evolution = {
    from: { node: 'evolution', port: 'control' },
    to: { node: 'fish', port: 'control' },
  };
  return JSON.stringify(document);
}

const lineageOf = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'lineage' ? [event] : []));
const node = (events: readonly RunEvent[], metric: string): number[] => [
  ...seriesOf(events, `node/evolution/${metric}`).values(),
];
const rising = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value >= values[i - 1]!);

/** All numbers of one fish of the only school, by slot: parameters and moments. */
function numbersOf(handle: RunHandle, slot: number, moments = true): number[] {
  const tensors = handle.readCheckpoint()?.tensors ?? [];
  return tensors.flatMap(({ name, data, shape }) => {
    if (!name.startsWith('school-1.') || (!moments && /\.(m|v)$/.test(name))) return [];
    const size = data.length / shape[0]!;
    return [...data.subarray(slot * size, (slot + 1) * size)];
  });
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length > 0 && a.length === b.length && a.every((value, i) => value === b[i]);

const METHODS: readonly [string, Params][] = [
  ['population based training', { method: 'pbt' }],
  ['a genetic algorithm', { method: 'genetic', learn: false, crossover: 'uniform' }],
  ['a genetic algorithm of fish that learn', { method: 'genetic', selection: 'truncation' }],
  ['a particle swarm', { method: 'swarm', learn: false }],
  ['merging', { method: 'merge' }],
  ['merging by layer', { method: 'merge', mergeBy: 'layer', fitness: 'accuracy' }],
];

describe.each(METHODS)('%s', (_, params) => {
  const document = evolving(params, { run: { checkpointEvery: 2 } });
  let whole: Awaited<ReturnType<TestBench['run']>>;
  beforeAll(async () => {
    whole = await bench.run(document);
  });

  it('never loses its best, tells of every generation, and publishes only what is defined (R50, R15)', () => {
    const { events } = whole;
    expect(node(events, 'generation')).toEqual([1, 2, 3, 4, 5]);
    const best = node(events, 'bestFitness');
    expect(best).toHaveLength(5);
    expect(rising(best)).toBe(true);
    const lineage = lineageOf(events);
    expect(lineage.map(({ round, generation }) => [round, generation])).toEqual([
      [2, 1],
      [3, 2],
      [4, 3],
      [5, 4],
      [6, 5],
    ]);
    for (const { fish } of lineage) {
      expect(fish.map((entry) => entry.fish)).toEqual(['fish:1', 'fish:2', 'fish:3', 'fish:4']);
      for (const { parents } of fish) expect(parents.length).toBeGreaterThan(0);
    }
    for (const event of events) {
      if (event.type !== 'metrics') continue;
      for (const name of Object.keys(event.values)) {
        const series = parseSeries(name);
        expect(series === null ? undefined : metricOf(series.scope, series.metric), name).toBeDefined();
      }
    }
  });

  it('decides the same after a stop and resume, bit for bit (R54, R17)', async () => {
    let asked = false;
    const stopped = await bench.run(document, {
      watch: (event) => {
        if (asked || event.type !== 'lineage' || event.round !== 3) return undefined;
        asked = true;
        return { type: 'stop' };
      },
    });
    expect(stopped.end.reason).toBe('stopped');
    await bench.run(document, { handle: stopped.handle, resume: true });
    const stored = (handle: RunHandle) => training(handle.events(0, 100_000));
    expect(stored(stopped.handle)).toEqual(stored(whole.handle));
    expect(stopped.handle.readCheckpoint()?.tensors).toEqual(whole.handle.readCheckpoint()?.tensors);
    expect(stopped.handle.readCheckpoint()?.state).toEqual(whole.handle.readCheckpoint()?.state);
  });

  it('lets the dead rest: they neither breed nor change (R53)', async () => {
    const faults = [{ fish: [2], round: 2 }];
    const still = await bench.run(evolving(params, { faults, run: { rounds: 1 } }));
    const { events, handle } = await bench.run(evolving(params, { faults }));
    expect(same(numbersOf(handle, 1), numbersOf(still.handle, 1))).toBe(true);
    for (const { fish } of lineageOf(events)) {
      expect(fish[1]).toEqual({ fish: 'fish:2', parents: ['fish:2'], how: 'dead', fitness: null });
      for (const { parents } of fish.filter((entry) => entry.fish !== 'fish:2')) {
        expect(parents).not.toContain('fish:2');
      }
    }
  });

  it('replaces the dead where it is told to (R53)', async () => {
    const faults = [{ fish: [2], round: 2 }];
    const { events } = await bench.run(evolving({ ...params, replaceDead: true }, { faults }));
    const states = events.flatMap((event) => (event.type === 'fish' ? [[event.round, event.state]] : []));
    expect(states).toEqual([
      [2, 'dead'],
      [2, 'running'],
    ]);
    const [first] = lineageOf(events);
    expect(first?.fish[1]?.how).not.toBe('dead');
    expect(first?.fish[1]?.parents).not.toEqual(['fish:2']);
    expect(seriesOf(events, 'swarm/liveFish').get(2)).toBe(4);
  });
});

describe('fish that do not learn between generations (R51)', () => {
  it('keep the fittest exactly where an elite lives on', async () => {
    const { events } = await bench.run(
      evolving({ method: 'genetic', learn: false, mutation: 0.05 }, { run: { rounds: 10 } }),
    );
    expect(rising(node(events, 'generationBest'))).toBe(true);
    expect(seriesOf(events, 'fish/fish:1/trainLoss').has(2)).toBe(true);
    expect(seriesOf(events, 'fish/fish:1/trainLoss').has(3)).toBe(false);
  });

  it('all become the best one in the end, or each its own best', async () => {
    const all = await bench.run(evolving({ method: 'swarm', learn: false, finish: 'best' }));
    expect(same(numbersOf(all.handle, 1, false), numbersOf(all.handle, 0, false))).toBe(true);
    expect(same(numbersOf(all.handle, 3, false), numbersOf(all.handle, 0, false))).toBe(true);
    const each = await bench.run(evolving({ method: 'swarm', learn: false, generations: 3 }));
    expect(lineageOf(each.events).map(({ generation }) => generation)).toEqual([1, 2, 3]);
    expect(
      lineageOf(each.events)
        .at(-1)
        ?.fish.map(({ how }) => how),
    ).toEqual(new Array(4).fill('settled'));
    expect(same(numbersOf(each.handle, 1, false), numbersOf(each.handle, 0, false))).toBe(false);
  });
});

describe('population based training', () => {
  it('copies weights, moments and step count of one of the best to the worst, at 0.8 or 1.2 times its rate', async () => {
    const { events, handle } = await bench.run(evolving({ method: 'pbt', first: 3 }, { run: { rounds: 3 } }));
    const [{ fish }] = lineageOf(events) as [ReturnType<typeof lineageOf>[number]];
    const ranked = fish.toSorted((a, b) => b.fitness! - a.fitness!);
    const copies = fish.filter(({ how }) => how === 'copied');
    expect(copies.map((entry) => entry.fish)).toEqual([ranked.at(-1)?.fish]);
    expect(copies[0]?.parents).toEqual([ranked[0]?.fish]);
    const slot = (id: string | undefined): number => Number(id?.split(':')[1]) - 1;
    const [child, parent] = [slot(copies[0]?.fish), slot(ranked[0]?.fish)];
    expect(same(numbersOf(handle, child), numbersOf(handle, parent))).toBe(true);
    const state = handle.readCheckpoint()?.state as {
      fish: Record<string, { rate: number | null; steps: number }>;
    };
    expect([0.008, 0.012]).toContainEqual(expect.closeTo(state.fish[`fish:${child + 1}`]?.rate ?? 0, 10));
    expect(state.fish[`fish:${parent + 1}`]?.rate).toBeNull();
  });
});

describe('one ancestor (R52)', () => {
  it('gives a whole population the weights of its first fish, or each its own', async () => {
    const still = { fish: { learningRate: 1e-7 }, run: { rounds: 1, local: { unit: 'steps', amount: 1 } } };
    const distance = async (start: string): Promise<number> => {
      const { handle } = await bench.run(
        evolving({ method: 'swarm', start, first: 1, generations: 1 }, still),
      );
      const [a, b] = [numbersOf(handle, 0, false), numbersOf(handle, 1, false)];
      return Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));
    };
    expect(await distance('shared')).toBeLessThan(1e-5);
    expect(await distance('own')).toBeGreaterThan(0.1);
  });
});

describe('a merge', () => {
  it('makes all fish one, at least as fit as the fittest it began with', async () => {
    const { events, handle } = await bench.run(evolving({ method: 'merge' }));
    const before = lineageOf(events)[0]?.fish.map(({ fitness }) => fitness ?? -Infinity) ?? [];
    expect(node(events, 'bestFitness').at(-1)).toBeGreaterThanOrEqual(Math.max(...before));
    expect(same(numbersOf(handle, 2, false), numbersOf(handle, 0, false))).toBe(true);
    const now = lineageOf(events)
      .at(-1)
      ?.fish.map(({ fitness }) => fitness);
    expect(now?.[0]).toBeCloseTo(node(events, 'bestFitness').at(-2)!, 5);
  });
});

describe('other swarms', () => {
  it('of language models evolve by their loss', async () => {
    const { events } = await bench.run(
      evolving(
        { method: 'genetic' },
        {
          dataset: { task: 'tiny-language', examples: 200 },
          goal: { task: 'language-modelling', metric: 'perplexity' },
          run: { rounds: 3 },
        },
      ),
    );
    expect(node(events, 'bestFitness').at(-1)).toBeLessThan(0);
    expect(rising(node(events, 'bestFitness'))).toBe(true);
  });

  it('evolve on the other executor too, the same twice', async () => {
    const executor = await createExecutor('tfjs', { threads: 1 });
    try {
      const once = async (): Promise<readonly RunEvent[]> => {
        const events: RunEvent[] = [];
        const document = evolving({ method: 'swarm', learn: false }, { run: { rounds: 3 } });
        await createRun({
          run: bench.create(document),
          executor,
          resume: false,
          publish: (event) => events.push(event),
        }).run();
        return events;
      };
      const ends = (events: readonly RunEvent[]) => repeatable(events).slice(0, -1); // the summary names the folder
      const first = await once();
      expect(lineageOf(first)).toHaveLength(2);
      expect(ends(await once())).toEqual(ends(first));
    } finally {
      executor.dispose();
    }
  });
});
