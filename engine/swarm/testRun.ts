import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createExecutor, type Executor } from '#engine/executors/index.ts';
import type { RunCommand } from '#engine/protocol/commands.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { openRunStore } from '#engine/runs/openRunStore.ts';
import type { RunHandle, RunStore } from '#engine/runs/types.ts';
import { createRun } from './swarmRun.ts';
import type { RunEnd, SwarmRun } from './types.ts';

type Params = Readonly<Record<string, unknown>>;

export interface TestDocument {
  readonly run?: Params;
  readonly dataset?: Params;
  readonly shard?: Params;
  readonly fish?: Params;
  readonly goal?: Params;
  /** Kind and parameters of what answers; default: an average. */
  readonly answer?: Params & { readonly kind: string };
  /** `fish`: their numbers from 1. */
  readonly faults?: readonly {
    readonly fish: readonly number[];
    readonly round?: number;
    readonly returnRound?: number;
    readonly kind?: string;
    readonly [param: string]: unknown;
  }[];
  /** Makes a node of each fish ("fish-1", ...) and links each pair both ways. Else there is one school ("fish:1", ...). */
  readonly talk?: Params & { readonly family: 'state' | 'prediction' | 'weights' };
  readonly probe?: Params;
}

const FISH = {
  layers: 1,
  width: 16,
  heads: 2,
  feedForward: 32,
  context: 24,
  dropout: 0.1,
  learningRate: 0.01,
  schedule: 'linear',
};

/** A small swarm on a built-in task, as the text of a document: dataset -> shard -> fish -> answer -> goal. */
export function testDocument(options: TestDocument = {}): string {
  const node = (kind: string, params: Params): object => ({ kind, position: { x: 0, y: 0 }, params });
  const link = (from: string, to: string, params: Params = {}): object => {
    const [fromNode, fromPort] = from.split('.');
    const [toNode, toPort] = to.split('.');
    return { from: { node: fromNode, port: fromPort }, to: { node: toNode, port: toPort }, params };
  };
  const { kind: answerKind, ...answer } = options.answer ?? { kind: 'average' };
  const nodes: Record<string, object> = {
    data: node('dataset', { task: 'sentiment', examples: 600, validationFraction: 0.2, ...options.dataset }),
    shard: node('shard', { mode: 'iid', replicas: 1, ...options.shard }),
    answer: node(answerKind, answer),
    goal: node('goal', { ...options.goal }),
  };
  const links: Record<string, object> = {
    data: link('data.examples', 'shard.examples'),
    goal: link('answer.prediction', 'goal.prediction'),
  };
  const { count = 3, ...fish } = { ...FISH, ...options.fish };
  const talking = options.talk !== undefined;
  const schools = talking ? Array.from({ length: Number(count) }, (_, i) => `fish-${i + 1}`) : ['fish'];
  for (const id of schools) {
    nodes[id] = node('fish', { ...fish, count: talking ? 1 : count });
    links[`read-${id}`] = link('shard.examples', `${id}.examples`);
    links[`say-${id}`] = link(`${id}.prediction`, 'answer.prediction');
  }
  options.faults?.forEach(({ fish: numbers, ...params }, i) => {
    const targets = talking ? numbers.map((number) => `fish-${number}`) : ['fish'];
    nodes[`fault-${i + 1}`] = node('fault', { ...params, fish: talking ? 'all' : numbers.join(', ') });
    for (const target of targets)
      links[`fault-${i + 1}-${target}`] = link(`fault-${i + 1}.control`, `${target}.control`);
  });
  if (options.talk !== undefined) {
    const { family, ...params } = options.talk;
    for (const from of schools) {
      for (const to of schools) {
        if (from !== to) links[`${from}-${to}`] = link(`${from}.${family}`, `${to}.${family}`, params);
      }
    }
  }
  if (options.probe !== undefined) {
    nodes.probe = node('probe', options.probe);
    links.probe = link('answer.prediction', 'probe.prediction');
  }
  const run = { rounds: 4, local: { unit: 'steps', amount: 8 }, batchSize: 16, seed: 7, ...options.run };
  return JSON.stringify({ version: 1, nodes, links, run });
}

/** A run store in a folder of its own, and an executor of one thread. */
export class TestBench {
  readonly store: RunStore;
  readonly executor: Executor;
  readonly #folder: string;

  private constructor(executor: Executor) {
    this.executor = executor;
    this.#folder = mkdtempSync(join(tmpdir(), 'shuurai-swarm-'));
    this.store = openRunStore(join(this.#folder, 'runs'));
  }

  static async open(): Promise<TestBench> {
    return new TestBench(await createExecutor('onnx', { threads: 1 }));
  }

  close(): void {
    this.store.close();
    this.executor.dispose();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  path(name: string): string {
    return join(this.#folder, name);
  }

  create(document: string, seed = 7): RunHandle {
    const { rounds } = JSON.parse(document).run;
    return this.store.create({
      name: 'test',
      document,
      seed,
      rounds,
      fish: 3,
      task: 'classification',
      executor: 'onnx',
      engineVersion: '0',
    });
  }

  /** Runs a document to its end. `watch` sees every event and may give commands. */
  async run(
    document: string,
    options: {
      readonly handle?: RunHandle;
      readonly resume?: boolean;
      readonly seed?: number;
      readonly watch?: (event: RunEvent, run: SwarmRun) => RunCommand | undefined;
    } = {},
  ): Promise<TestResult> {
    const handle = options.handle ?? this.create(document, options.seed);
    handle.claim();
    const events: RunEvent[] = [];
    const run: SwarmRun = createRun({
      run: handle,
      executor: this.executor,
      resume: options.resume ?? false,
      publish: (event) => {
        events.push(event);
        const command = options.watch?.(event, run);
        if (command) run.command(command);
      },
    });
    return { handle, events, end: await run.run() };
  }

  /** Stops a run at the first numbers of a round and takes it up again; what the second part did. `watch` sees the first. */
  async stopAndResume(
    document: string,
    round: number,
    watch: (event: RunEvent) => RunCommand | undefined = () => undefined,
  ): Promise<TestResult> {
    const handle = this.create(document);
    await this.run(document, {
      handle,
      watch: (event) => (event.type === 'metrics' && event.round === round ? { type: 'stop' } : watch(event)),
    });
    return this.run(document, { handle, resume: true });
  }
}

export interface TestResult {
  readonly handle: RunHandle;
  readonly events: readonly RunEvent[];
  readonly end: RunEnd;
}

/** Everything that must be the same twice: all values but those of the clock. */
export function repeatable(events: readonly RunEvent[]): unknown[] {
  return events.flatMap((event): unknown[] => {
    const { time: _time, id: _id, ...rest } = event;
    if (event.type !== 'metrics') return [rest];
    const values = Object.entries(event.values).filter(([name]) => !name.startsWith('run/'));
    return values.length === 0 ? [] : [{ ...rest, values: Object.fromEntries(values) }];
  });
}

/** The part of it that tells of training, not of processes: what a resumed run must write just so. */
export function training(events: readonly RunEvent[]): unknown[] {
  const types = new Set<RunEvent['type']>(['metrics', 'fish', 'probe', 'lineage', 'warning']);
  return repeatable(events.filter((event) => types.has(event.type)));
}

/** The values of one series by round, the last of each. */
export function seriesOf(events: readonly RunEvent[], name: string): Map<number, number> {
  const values = new Map<number, number>();
  for (const event of events) {
    if (event.type !== 'metrics') continue;
    const value = event.values[name];
    if (value !== undefined) values.set(event.round, value);
  }
  return values;
}

export const fishEvents = (events: readonly RunEvent[]) =>
  events.flatMap((event) =>
    event.type === 'fish' ? [{ round: event.round, fish: event.fish, state: event.state }] : [],
  );

export const states = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'state' ? [event.state] : []));

/** Everything the store holds of a run. */
export const stored = (handle: { events(after: number, limit: number): readonly RunEvent[] }) =>
  handle.events(0, 100_000);

/** Whether this is a point of a round's training curves. */
export const trainsIn = (event: RunEvent, round: number): boolean =>
  event.type === 'metrics' &&
  event.round === round &&
  Object.keys(event.values).some((name) => name.endsWith('/trainLoss'));
