import { cpSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExecutor } from '#engine/executors/index.ts';
import { metricOf } from '#engine/metrics/catalogue.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { parseSeries } from '#engine/protocol/series.ts';
import { executorForRun } from './executorForRun.ts';
import { executorOf } from './runFiles.ts';
import { createRun } from './swarmRun.ts';
import { repeatable, seriesOf, TestBench, testDocument, training } from './testRun.ts';
import type { SwarmRun } from './types.ts';

// Numbers such as R3 are the rules of docs/spec/run.md.

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

const fishEvents = (events: readonly RunEvent[]) =>
  events.flatMap((event) =>
    event.type === 'fish' ? [{ round: event.round, fish: event.fish, state: event.state }] : [],
  );
const states = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'state' ? [event.state] : []));
/** Everything the store holds of a run. */
const stored = (handle: { events(after: number, limit: number): readonly RunEvent[] }) =>
  handle.events(0, 100_000);

/** Whether this is a point of a round's training curves. */
const trainsIn = (event: RunEvent, round: number): boolean =>
  event.type === 'metrics' &&
  event.round === round &&
  Object.keys(event.values).some((name) => name.endsWith('/trainLoss'));

describe('a run', () => {
  it('learns far above chance, tells of it, and ends finished (R1, R14)', async () => {
    const { events, end, handle } = await bench.run(testDocument({ run: { rounds: 6 } }));
    expect(end.reason).toBe('rounds');
    expect(end.round).toBe(6);
    // Two classes; one fish in three sees 160 texts only.
    expect(end.metrics['swarm/accuracy']).toBeGreaterThan(0.75);
    expect(states(events)).toEqual(['preparing', 'running', 'finished']);
    expect(events.map(({ id }) => id)).toEqual(events.map((_, i) => i + 1));
    expect(stored(handle)).toEqual(events);
    expect(events.at(-1)).toMatchObject({ type: 'summary', rounds: 6, end: 'rounds', runDir: handle.dir });
    expect(handle.summary()).toMatchObject({ state: 'finished', round: 6, metrics: end.metrics });
    const losses = [...seriesOf(events, 'fish/fish:1/trainLossRound').values()];
    expect(losses.at(-1)).toBeLessThan(losses[0]! - 0.1);
  });

  it('publishes nothing that the catalogue does not define (R15)', async () => {
    const { events } = await bench.run(
      testDocument({
        answer: { kind: 'weighted', by: 'validation' },
        probe: { examples: 2 },
        talk: { family: 'weights' },
        run: { rounds: 2 },
      }),
    );
    const names = new Set(
      events.flatMap((event) => (event.type === 'metrics' ? Object.keys(event.values) : [])),
    );
    expect(names.size).toBeGreaterThan(40);
    for (const name of names) {
      const series = parseSeries(name);
      expect(series === null ? undefined : metricOf(series.scope, series.metric), name).toBeDefined();
    }
    expect(events.find((event) => event.type === 'probe')).toMatchObject({
      nodeId: 'probe',
      examples: [{ label: expect.stringMatching(/positive|negative/) }, {}],
    });
  });

  it('is the same twice, event for event, except for the clock; another seed is another run (R12)', async () => {
    const document = testDocument({ faults: [{ fish: [2], round: 2, returnRound: 3 }], probe: {} });
    const first = await bench.run(document);
    const second = await bench.run(document);
    const ends = (events: readonly RunEvent[]) => repeatable(events).slice(0, -1); // the summary names the folder
    expect(ends(second.events)).toEqual(ends(first.events));
    const other = await bench.run(document, { seed: 8 });
    expect(training(other.events)).not.toEqual(training(first.events));
  });

  it('gives a fish the same numbers whether or not others swim beside it (R12)', async () => {
    const three = testDocument({ fish: { count: 3 }, shard: { mode: 'shared' }, run: { rounds: 2 } });
    const two = testDocument({ fish: { count: 2 }, shard: { mode: 'shared' }, run: { rounds: 2 } });
    const curve = (events: readonly RunEvent[], fish: string) => [
      ...seriesOf(events, `fish/${fish}/trainLossRound`).values(),
    ];
    const a = await bench.run(two);
    const b = await bench.run(three);
    expect(curve(a.events, 'fish:2')).toHaveLength(2);
    curve(a.events, 'fish:2').forEach((value, i) => {
      expect(curve(b.events, 'fish:2')[i]).toBeCloseTo(value, 4);
    });
  });
});

describe('resuming', () => {
  const document = testDocument({
    run: { rounds: 5, checkpointEvery: 2 },
    faults: [{ fish: [1], round: 2, returnRound: 4 }],
    answer: { kind: 'weighted', by: 'hedge' },
    talk: { family: 'weights', every: 2 },
    fish: { dropout: 0.2 },
  });

  async function finalTensors(handle: ReturnType<TestBench['create']>): Promise<unknown> {
    const checkpoint = handle.readCheckpoint();
    return { round: checkpoint?.round, tensors: checkpoint?.tensors, state: checkpoint?.state };
  }

  it('after a stop in the middle of a round gives bit for bit what an uninterrupted run gives (R17, R18)', async () => {
    const whole = await bench.run(document);
    let asked = false;
    const stopped = await bench.run(document, {
      watch: (event) => {
        if (asked || !trainsIn(event, 3)) return undefined;
        asked = true;
        return { type: 'stop' };
      },
    });
    expect(stopped.end).toMatchObject({ reason: 'stopped', round: 2 });
    expect(states(stopped.events)).toEqual(['preparing', 'running', 'stopping', 'stopped']);
    expect(training(stopped.events).length).toBeLessThan(training(whole.events).length);
    const resumed = await bench.run(document, { handle: stopped.handle, resume: true });
    expect(resumed.events[1]).toMatchObject({ type: 'started', resumedFrom: 2 });
    expect(training(stored(stopped.handle))).toEqual(training(stored(whole.handle)));
    expect(await finalTensors(stopped.handle)).toEqual(await finalTensors(whole.handle));
    expect(stored(stopped.handle).map(({ id }) => id)).toEqual(stored(stopped.handle).map((_, i) => i + 1));
  });

  it('after the process died, also twice, gives what an uninterrupted run gives (R16, R17)', async () => {
    const whole = await bench.run(document);
    const killed = bench.path('killed');
    let handle = bench.create(document);
    // A copy of the folder at that moment is what kill -9 leaves behind.
    await bench.run(document, {
      handle,
      watch: (event) => {
        if (trainsIn(event, 4)) cpSync(handle.dir, killed, { recursive: true, force: true });
        return undefined;
      },
    });
    handle = bench.store.open(killed);
    expect(stored(handle).at(-1)?.round).toBe(4);
    const again = bench.path('killed-again');
    await bench.run(document, {
      handle,
      resume: true,
      watch: (event) => {
        if (trainsIn(event, 3)) cpSync(killed, again, { recursive: true, force: true });
        return undefined;
      },
    });
    expect(training(stored(handle))).toEqual(training(stored(whole.handle)));
    const third = bench.store.open(again);
    await bench.run(document, { handle: third, resume: true });
    expect(training(stored(third))).toEqual(training(stored(whole.handle)));
    expect(await finalTensors(third)).toEqual(await finalTensors(whole.handle));
  });

  it('keeps what commands did before the checkpoint (R9)', async () => {
    let step = 0;
    const { handle } = await bench.run(document, {
      watch: (event) => {
        if (trainsIn(event, 3)) {
          step += 1;
          // Each answer to one of the points of round 3.
          if (step === 1) return { type: 'kill-fish', fish: 'fish-3' as never };
          if (step === 2) return { type: 'set-learning-rate', fish: 'fish-2' as never, value: 0.5 };
          if (step === 3) return { type: 'stop' };
        }
        return undefined;
      },
    });
    const { events } = await bench.run(document, { handle, resume: true });
    expect(fishEvents(stored(handle))).toContainEqual({ round: 3, fish: 'fish-3', state: 'dead' });
    expect(seriesOf(events, 'swarm/liveFish').get(5)).toBe(2);
    // Rate 0.5 at base, falling linearly: far above the 0.01 of the document.
    expect(seriesOf(events, 'fish/fish-2/learningRate').get(4)).toBeGreaterThan(0.05);
  });

  it('on another thread count warns that the numbers will differ (R17)', async () => {
    const { handle } = await bench.run(document, {
      watch: (event) => (trainsIn(event, 2) ? { type: 'stop' } : undefined),
    });
    expect(executorOf(handle)).toEqual({ name: 'onnx', threads: 1 });
    const two = await createExecutor('onnx', { threads: 2 });
    const messages: string[] = [];
    await createRun({
      run: handle,
      executor: two,
      resume: true,
      publish: (event) => {
        if (event.type === 'warning') messages.push(event.message);
      },
    }).run();
    two.dispose();
    expect(messages).toEqual([
      expect.stringMatching(/began on onnx with 1 threads and goes on on onnx with 2/),
    ]);
  });

  it('gets the executor and the threads it began with, whatever would be chosen anew (R17)', async () => {
    const handle = bench.create(document);
    const two = await createExecutor('onnx', { threads: 2 });
    const run: SwarmRun = createRun({
      run: handle,
      executor: two,
      resume: false,
      publish: (event) => {
        if (trainsIn(event, 2)) run.command({ type: 'stop' });
      },
    });
    await run.run();
    two.dispose();
    const again = await executorForRun(handle, { resume: true, name: 'tfjs' });
    expect(again).toMatchObject({ name: 'onnx', threads: 2 });
    again.dispose();
    const anew = await executorForRun(handle, { resume: false, name: 'tfjs' });
    expect(anew.name).toBe('tfjs');
    anew.dispose();
  });

  it('of a finished run ends at once and changes nothing', async () => {
    const { handle, end } = await bench.run(document);
    const before = training(stored(handle));
    const again = await bench.run(document, { handle, resume: true });
    expect(again.end).toEqual(end);
    expect(training(stored(handle))).toEqual(before);
  });
});

describe('fish that die', () => {
  it('crash and return at their rounds, do not learn meanwhile, and weigh nothing (R8)', async () => {
    const { events } = await bench.run(
      testDocument({
        run: { rounds: 4 },
        faults: [{ fish: [1, 2], round: 2, returnRound: 4 }],
      }),
    );
    expect(fishEvents(events)).toEqual([
      { round: 2, fish: 'fish:1', state: 'dead' },
      { round: 2, fish: 'fish:2', state: 'dead' },
      { round: 4, fish: 'fish:1', state: 'running' },
      { round: 4, fish: 'fish:2', state: 'running' },
    ]);
    expect([...seriesOf(events, 'swarm/liveFish')]).toEqual([
      [1, 3],
      [2, 1],
      [3, 1],
      [4, 3],
    ]);
    expect([...seriesOf(events, 'fish/fish:1/trainLossRound').keys()]).toEqual([1, 4]);
    expect([...seriesOf(events, 'fish/fish:1/accuracy').keys()]).toEqual([1, 4]);
    // With one live fish the swarm is that fish.
    for (const round of [2, 3]) {
      expect(seriesOf(events, 'swarm/loss').get(round)).toBeCloseTo(
        seriesOf(events, 'fish/fish:3/loss').get(round)!,
        5,
      );
    }
  });

  it('by command leave the others untouched, and come back with the weights they had (R9)', async () => {
    const document = testDocument({ run: { rounds: 4 } });
    const whole = await bench.run(document);
    const given = new Set<string>();
    const once = (key: string): boolean => !given.has(key) && given.add(key) !== undefined;
    let frozen: unknown;
    const { events, handle } = await bench.run(document, {
      watch: (event) => {
        if (trainsIn(event, 2) && once('kill')) return { type: 'kill-fish', fish: 'fish:1' as never };
        if (event.type === 'metrics' && event.round === 3 && once('revive')) {
          frozen = event.values;
          return { type: 'revive-fish', fish: 'fish:1' as never };
        }
        return undefined;
      },
    });
    expect(frozen).toBeDefined();
    expect(events.filter(({ type }) => type === 'command').map(({ round }) => round)).toEqual([2, 3]);
    expect(fishEvents(events)).toEqual([
      { round: 2, fish: 'fish:1', state: 'dead' },
      { round: 3, fish: 'fish:1', state: 'running' },
    ]);
    for (const fish of ['fish:2', 'fish:3']) {
      expect([...seriesOf(events, `fish/${fish}/loss`)]).toEqual([
        ...seriesOf(whole.events, `fish/${fish}/loss`),
      ]);
    }
    expect([...seriesOf(events, 'fish/fish:1/accuracy').keys()]).toEqual([1, 3, 4]);
    expect(handle.summary().state).toBe('finished');
  });

  it('make the swarm refuse below its quorum, without ending the run (R11)', async () => {
    const { events, end } = await bench.run(
      testDocument({
        run: { rounds: 3 },
        answer: { kind: 'average', quorum: 2 },
        faults: [{ fish: [1, 2], round: 2, returnRound: 3 }],
      }),
    );
    expect([...seriesOf(events, 'swarm/accuracy').keys()]).toEqual([1, 3]);
    expect(seriesOf(events, 'swarm/meanFish').has(2)).toBe(true);
    expect(events.filter(({ type }) => type === 'warning')).toMatchObject([
      { round: 2, message: expect.stringMatching(/refuses to answer/) },
    ]);
    expect(end.reason).toBe('rounds');
  });

  it('all by command: the run waits for one to be revived (R9)', async () => {
    const document = testDocument({ fish: { count: 2 }, run: { rounds: 3 } });
    const given = new Set<string>();
    const { events, end } = await bench.run(document, {
      watch: (event, run) => {
        if (trainsIn(event, 2) && !given.has('kill')) {
          given.add('kill');
          run.command({ type: 'kill-fish', fish: 'fish:1' as never });
          return { type: 'kill-fish', fish: 'fish:2' as never };
        }
        if (event.type === 'state' && event.state === 'paused') {
          run.command({ type: 'revive-fish', fish: 'fish:2' as never });
          return { type: 'resume' };
        }
        return undefined;
      },
    });
    expect(end).toMatchObject({ reason: 'rounds', round: 3 });
    expect(states(events)).toEqual(['preparing', 'running', 'paused', 'running', 'finished']);
    expect(seriesOf(events, 'swarm/liveFish').get(3)).toBe(1);
  });

  it('of numbers that are none are marked failed, and the others go on as if nothing had been (R10)', async () => {
    // Decay by rate 10 multiplies the weights by -9 at every step.
    const document = testDocument({
      fish: { weightDecay: 1, schedule: 'constant', warmup: 0 },
      run: { rounds: 6, local: { unit: 'steps', amount: 12 } },
    });
    const whole = await bench.run(document);
    let given = false;
    const { events, end, handle } = await bench.run(document, {
      watch: (event) => {
        if (given || !trainsIn(event, 1)) return undefined;
        given = true;
        return { type: 'set-learning-rate', fish: 'fish:2' as never, value: 10 };
      },
    });
    expect(fishEvents(events)).toMatchObject([{ fish: 'fish:2', state: 'failed' }]);
    expect(events.find((event) => event.type === 'fish')).toMatchObject({
      cause: expect.stringMatching(/no longer a number at step \d+ of round \d+/),
    });
    expect(end.reason).toBe('rounds');
    for (const fish of ['fish:1', 'fish:3']) {
      expect([...seriesOf(events, `fish/${fish}/loss`)]).toEqual([
        ...seriesOf(whole.events, `fish/${fish}/loss`),
      ]);
    }
    for (const { data } of handle.readCheckpoint()!.tensors) {
      expect([...data].every(Number.isFinite)).toBe(true);
    }
  });

  it('all of them so: the run fails as diverged, and says who, when and what to try (R10)', async () => {
    const document = testDocument({
      fish: { weightDecay: 1, schedule: 'constant', warmup: 0, learningRate: 10 },
      run: { rounds: 20 },
    });
    const handle = bench.create(document);
    await expect(bench.run(document, { handle })).rejects.toMatchObject({
      code: 'diverged',
      message: expect.stringMatching(/"fish \d" \(fish:\d\) in round \d+.*Lower its learning rate \(10\)/i),
    });
    expect(handle.summary()).toMatchObject({ state: 'failed', error: expect.stringMatching(/diverged/) });
    expect(stored(handle).at(-1)).toMatchObject({ type: 'state', state: 'failed' });
  });
});

describe('gossip', () => {
  const spread = (handle: ReturnType<TestBench['create']>): number => {
    let sum = 0;
    for (const { name, shape, data } of handle.readCheckpoint()!.tensors) {
      if (/moment|adam|\.[mv]$/.test(name)) continue;
      const count = shape[0]!;
      const size = data.length / count;
      for (let k = 0; k < size; k++) {
        const values = Array.from({ length: count }, (_, i) => data[i * size + k]!);
        const mean = values.reduce((a, b) => a + b, 0) / count;
        sum += values.reduce((a, value) => a + (value - mean) ** 2, 0);
      }
    }
    return sum;
  };

  it('brings the weights of a ring together, and one start makes their mean worth something (R6, R7)', async () => {
    const fish = { count: 4, schedule: 'constant' };
    const run = { rounds: 4 };
    const alone = await bench.run(testDocument({ fish, run }));
    const talking = await bench.run(testDocument({ fish, run, talk: { family: 'weights' } }));
    // A full mesh of four averages exactly; what is left are float32 rounding and moments.
    expect(spread(talking.handle)).toBeLessThan(spread(alone.handle) / 20);
    expect(seriesOf(talking.events, 'swarm/messageBytes').get(1)).toBe(
      4 * 3 * 4 * started(talking.events).fish[0]!.parameters,
    );
    expect(seriesOf(talking.events, 'swarm/meanFish').get(4)).toBeGreaterThan(0.7);
  });

  it('leaves a dead fish out (R6)', async () => {
    const { events } = await bench.run(
      testDocument({ talk: { family: 'weights' }, faults: [{ fish: [3], round: 2 }], run: { rounds: 2 } }),
    );
    const each = 4 * started(events).fish[0]!.parameters;
    expect([...seriesOf(events, 'swarm/messageBytes').values()]).toEqual([6 * each, 2 * each]);
  });

  const started = (events: readonly RunEvent[]) => {
    const event = events.find((candidate) => candidate.type === 'started');
    if (event?.type !== 'started') throw new Error('the run did not start');
    return event;
  };
});

describe('fish that talk inside a step', () => {
  it.each(['state', 'prediction'] as const)('by %s links learn on shared batches (R4)', async (family) => {
    const { end, events } = await bench.run(
      testDocument({ talk: { family }, run: { rounds: 4 }, faults: [{ fish: [2], round: 3 }] }),
    );
    expect(end.metrics['swarm/accuracy']).toBeGreaterThan(0.6);
    expect(seriesOf(events, 'swarm/liveFish').get(4)).toBe(2);
  });
});

describe('commands', () => {
  it('pause stops every step until resume, and answers questions meanwhile (R9)', async () => {
    const document = testDocument({ run: { rounds: 3 } });
    const given = new Set<string>();
    let atPause = 0;
    let during = -1;
    let label = '';
    const { events, end } = await bench.run(document, {
      watch: (event, run) => {
        if (trainsIn(event, 2) && !given.has('pause')) {
          given.add('pause');
          return { type: 'pause' };
        }
        if (event.type === 'state' && event.state === 'paused') {
          atPause = event.id;
          void run.predict(['a wonderful film']).then((answers) => {
            label = answers[0]!.label;
            setTimeout(() => {
              during = run
                .confusion(null)
                .counts.flat()
                .reduce((a, b) => a + b, 0);
              run.command({ type: 'resume' });
            }, 300);
          });
        }
        return undefined;
      },
    });
    expect(end.round).toBe(3);
    expect(events[atPause]).toMatchObject({ type: 'command', command: { type: 'resume' } });
    expect(label).toMatch(/positive|negative/);
    expect(during).toBe(120); // all validation texts of round 1
    expect(states(events)).toEqual(['preparing', 'running', 'pausing', 'paused', 'running', 'finished']);
  });

  it('for a fish that does not exist, or after the end, are refused with a sentence (R9)', async () => {
    const handle = bench.create(testDocument({ run: { rounds: 1 } }));
    const refusals: string[] = [];
    const run: SwarmRun = createRun({
      run: handle,
      executor: bench.executor,
      resume: false,
      publish: (event) => {
        if (event.type !== 'metrics' || event.round !== 1) return;
        try {
          run.command({ type: 'kill-fish', fish: 'ghost' as never });
        } catch (thrown) {
          refusals.push(String(thrown));
        }
      },
    });
    await run.run();
    expect(refusals[0]).toMatch(/no fish "ghost".*It has fish:1, fish:2, fish:3/);
    expect(() => run.command({ type: 'stop' })).toThrow(/has ended/);
    await expect(run.predict(['x'])).rejects.toThrow(/has ended/);
    await expect(run.run()).rejects.toThrow(/started already/);
  });

  it('stop before anything was learnt leaves a run that can be resumed', async () => {
    const document = testDocument({ run: { rounds: 2 } });
    const { handle, end } = await bench.run(document, {
      watch: (event) => (event.type === 'started' ? { type: 'stop' } : undefined),
    });
    expect(end).toMatchObject({ reason: 'stopped', round: 0 });
    const whole = await bench.run(document);
    await bench.run(document, { handle, resume: true });
    expect(training(stored(handle))).toEqual(training(stored(whole.handle)));
  });
});

describe('stop rules', () => {
  it('end the run at the target, or without improvement (R13)', async () => {
    const target = await bench.run(
      testDocument({ goal: { stop: 'target', target: 0.6 }, run: { rounds: 30 } }),
    );
    expect(target.end.reason).toBe('target');
    expect(target.end.round).toBeLessThan(30);
    expect(target.end.metrics['swarm/accuracy']).toBeGreaterThanOrEqual(0.6);
    const patience = await bench.run(
      testDocument({
        goal: { stop: 'patience', patience: 2 },
        fish: { learningRate: 1e-7 },
        run: { rounds: 30 },
      }),
    );
    expect(patience.end).toMatchObject({ reason: 'patience' });
    expect(patience.end.round).toBeLessThanOrEqual(6);
    expect(patience.handle.readCheckpoint()?.round).toBe(patience.end.round);
  });
});

describe('a weighted answer', () => {
  it('trusts the fish that do well on validation, and nobody dead (R5)', async () => {
    const { events } = await bench.run(
      testDocument({
        answer: { kind: 'weighted', by: 'validation', temperature: 0.05 },
        shard: { mode: 'dirichlet', alpha: 0.1 },
        faults: [{ fish: [1], round: 4 }],
      }),
    );
    const weight = (fish: string, round: number) =>
      seriesOf(events, `node/answer/weight/${fish}`).get(round)!;
    const loss = (fish: string) => seriesOf(events, `fish/${fish}/loss`).get(3)!;
    const fish = ['fish:1', 'fish:2', 'fish:3'];
    const best = fish.toSorted((a, b) => loss(a) - loss(b))[0]!;
    expect(weight(best, 3)).toBe(Math.max(...fish.map((one) => weight(one, 3))));
    expect(fish.reduce((sum, one) => sum + weight(one, 3), 0)).toBeCloseTo(1, 6);
    expect(weight('fish:1', 4)).toBe(0);
    expect(weight('fish:2', 4) + weight('fish:3', 4)).toBeCloseTo(1, 6);
  });
});
