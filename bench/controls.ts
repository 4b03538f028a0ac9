/**
 * How soon pause and stop are acknowledged and confirmed while a step computes, seen by a view at the other end of the
 * protocol: `node bench/controls.ts [--times 15] [--json]`.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { smallSwarm } from '#engine/host/smallSwarm.testing.ts';
import { EngineClient } from '#engine/protocol/engineClient.ts';
import type { RunEvent, RunState } from '#engine/protocol/events.ts';
import { processTransport } from '#engine/protocol/processTransport.node.ts';

const fish = (width: number, layers: number): Record<string, string> => ({
  'nodes.fish.params.width': String(width),
  'nodes.fish.params.feedForward': String(4 * width),
  'nodes.fish.params.heads': '4',
  'nodes.fish.params.layers': String(layers),
});
/** Each step is a point of the training curve, so that the length of a step can be read from the events. */
const ENDLESS = {
  'nodes.dataset.params.examples': '2000',
  'nodes.fish.params.count': '8',
  'nodes.crash.params.round': '99999',
  'run.rounds': '100000',
  'run.local': '5 steps',
  'run.checkpointEvery': '1000',
  'run.evaluateEvery': '1000',
};
const SWARMS: readonly (readonly [string, Record<string, string>])[] = [
  ['8 fish, 2 layers, width 64, batch 32', { ...ENDLESS, ...fish(64, 2), 'run.batchSize': '32' }],
  ['8 fish, 3 layers, width 128, batch 64', { ...ENDLESS, ...fish(128, 3), 'run.batchSize': '64' }],
];

/** What a view sees of one run: the newest events, and a wait for a state that comes after a moment. */
class View {
  readonly #client: EngineClient;
  readonly #runId: string;
  #events: RunEvent[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(client: EngineClient, runId: string) {
    this.#client = client;
    this.#runId = runId;
    client.subscribe(runId, 0, (batch) => {
      const first = batch[0]?.id ?? 1;
      this.#events = [...this.#events.filter(({ id }) => id < first), ...batch].slice(-2000);
      for (const look of [...this.#waiting]) look();
    });
  }

  #until(found: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!found()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  get last(): number {
    return this.#events.at(-1)?.id ?? 0;
  }

  forget(): void {
    this.#events = [];
  }

  state(state: RunState, after: number): Promise<void> {
    return this.#until(() =>
      this.#events.some((event) => event.id > after && event.type === 'state' && event.state === state),
    );
  }

  points(count: number): Promise<void> {
    const after = this.last;
    return this.#until(
      () => this.#events.filter((event) => event.id > after && event.type === 'metrics').length >= count,
    );
  }

  /** Milliseconds of the median step: between two points of one round. */
  step(): number {
    const points = this.#events.filter((event) => event.type === 'metrics' && event.step > 0);
    return median(
      points.flatMap((point, i) => {
        const before = points[i - 1];
        const next = before?.type === 'metrics' && point.type === 'metrics' && point.step - before.step === 1;
        return next && point.round === before.round ? [point.time - before.time] : [];
      }),
    );
  }

  /** Milliseconds until the request is answered, the view hears of it, and the loop has confirmed it. */
  async command(type: 'pause' | 'stop'): Promise<Latency> {
    const [underWay, done] =
      type === 'pause' ? (['pausing', 'paused'] as const) : (['stopping', 'stopped'] as const);
    const after = this.last;
    const begun = performance.now();
    const since = (): number => performance.now() - begun;
    const [answered, heard, confirmed] = await Promise.all([
      this.#client.request('runs.command', { runId: this.#runId, command: { type } }).then(since),
      this.state(underWay, after).then(since),
      this.state(done, after).then(since),
    ]);
    return { answered, heard, confirmed };
  }
}

interface Latency {
  readonly answered: number;
  readonly heard: number;
  readonly confirmed: number;
}

interface Row {
  readonly swarm: string;
  readonly command: 'pause' | 'stop';
  readonly times: number;
  readonly stepMilliseconds: number;
  readonly latencies: readonly Latency[];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function measure(client: EngineClient, name: string, settings: Record<string, string>, times: number) {
  const { runId } = await client.request('runs.start', { document: smallSwarm(settings), seed: 1 });
  const view = new View(client, runId);
  await view.state('running', 0);
  await view.points(10);
  const stepMilliseconds = view.step();
  /** Some part of a step, so that commands come at every moment of it. */
  const partOfStep = (): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, Math.random() * stepMilliseconds));
  const pauses: Latency[] = [];
  for (let i = 0; i < times; i++) {
    pauses.push(await view.command('pause'));
    const after = view.last;
    await client.request('runs.command', { runId, command: { type: 'resume' } });
    await view.state('running', after);
    await view.points(2);
    await partOfStep();
  }
  const stops: Latency[] = [];
  for (let i = 0; i < Math.ceil(times / 3); i++) {
    stops.push(await view.command('stop'));
    while ((await client.request('runs.get', { runId })).state !== 'stopped') await partOfStep();
    view.forget(); // the resumed run counts its events from its checkpoint on
    await resumeOnce(client, runId);
    await view.state('running', 0);
    await view.points(2);
    await partOfStep();
  }
  await client.request('runs.delete', { runId });
  return [
    { swarm: name, command: 'pause', times: pauses.length, stepMilliseconds, latencies: pauses },
    { swarm: name, command: 'stop', times: stops.length, stepMilliseconds, latencies: stops },
  ] satisfies Row[];
}

/** The thread of a stopped run may take a moment to end. */
async function resumeOnce(client: EngineClient, runId: string): Promise<void> {
  for (;;) {
    try {
      await client.request('runs.resume', { runId });
      return;
    } catch (thrown) {
      if (!(thrown instanceof Error && thrown.message.includes('at work already'))) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function table(rows: readonly Row[]): string {
  const head =
    '| swarm | step | command | times | answered | heard by a view | confirmed |\n|---|---|---|---|---|---|---|';
  const cell = (values: readonly number[]): string =>
    `${median(values).toFixed(0)} (${Math.max(...values).toFixed(0)}) ms`;
  const lines = rows.map(({ swarm, stepMilliseconds, command, times, latencies }) => {
    const columns = (['answered', 'heard', 'confirmed'] as const).map((name) =>
      cell(latencies.map((one) => one[name])),
    );
    return `| ${swarm} | ${stepMilliseconds.toFixed(0)} ms | ${command} | ${times} | ${columns.join(' | ')} |`;
  });
  return [head, ...lines].join('\n');
}

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, times: { type: 'string', default: '15' } },
});
const times = Number(values.times);
if (!Number.isInteger(times) || times < 1) {
  process.exit(2);
}
const home = await mkdtemp(join(tmpdir(), 'shuurai-controls-'));
const child = fork(new URL('./engineProcess.ts', import.meta.url), {
  execArgv: ['--disable-warning=ExperimentalWarning'],
  env: { ...process.env, SHUURAI_HOME: home },
});
const client = new EngineClient(() => processTransport(child));
const rows: Row[] = [];
try {
  for (const [name, settings] of SWARMS) rows.push(...(await measure(client, name, settings, times)));
} finally {
  client.close();
  if (child.connected) child.disconnect();
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  await rm(home, { recursive: true, force: true });
}
console.log(values.json ? JSON.stringify(rows) : `median (most) of each\n\n${table(rows)}`);
