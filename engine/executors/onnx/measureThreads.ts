import { availableParallelism } from 'node:os';
import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { OnnxGraph } from './graph.ts';
import { createSession } from './session.ts';

/** Fish-shaped work: small products over stacked fish, element-wise passes between them. */
const FISH = 4;
const ROWS = 256;
const WIDTH = 64;
const LAYERS = 6;

/** As in a real step, the threads meet some thirty times a call: waiting for each other is part of the time. */
function probeModel(): Uint8Array {
  const graph = new OnnxGraph('thread-probe');
  graph.input('x', 'f32', [FISH, ROWS, WIDTH]);
  graph.input('w', 'f32', [FISH, WIDTH, WIDTH]);
  let x = 'x';
  for (let layer = 0; layer < LAYERS; layer++) {
    const product = graph.node('MatMul', [x, 'w']);
    const scaled = graph.node('Mul', [product, graph.scalar('f32', 0.25)]);
    x = graph.node('Add', [graph.node('Tanh', [scaled]), x]);
  }
  graph.node('ReduceSum', [x, graph.longs([0, 1, 2])], {
    attributes: { keepdims: { int: 0 } },
    outputs: ['total'],
  });
  graph.output('total', 'f32', []);
  return graph.encode();
}

interface Probe {
  readonly threads: number;
  readonly session: InferenceSession;
  /** Milliseconds of every call. */
  readonly times: number[];
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.POSITIVE_INFINITY;

/** 1, 2, 4 ... and the number of processors itself. */
function candidates(processors: number): number[] {
  const counts: number[] = [];
  for (let count = 1; count < processors; count *= 2) counts.push(count);
  return [...counts, processors];
}

/** More threads must pay: with less gain the smaller number wins, for it leaves the machine to its user. */
const WORTHWHILE = 0.8;
/** Milliseconds for all candidates together. */
const BUDGET = 280;

async function measure(): Promise<number> {
  const counts = candidates(availableParallelism());
  if (counts.length === 1) return 1;
  const model = probeModel();
  const feeds = {
    x: new Tensor('float32', new Float32Array(FISH * ROWS * WIDTH).fill(0.5), [FISH, ROWS, WIDTH]),
    w: new Tensor('float32', new Float32Array(FISH * WIDTH * WIDTH).fill(0.01), [FISH, WIDTH, WIDTH]),
  };
  const probes: Probe[] = await Promise.all(
    counts.map(async (threads) => ({ threads, session: await createSession(model, { threads }), times: [] })),
  );
  // In turn, and by the median: what else the machine does now shall count, and count the same for all.
  for (const { session } of probes) await session.run(feeds);
  const start = performance.now();
  do {
    for (const { session, times } of probes) {
      const before = performance.now();
      await session.run(feeds);
      times.push(performance.now() - before);
    }
  } while (performance.now() - start < BUDGET);
  await Promise.all(probes.map(({ session }) => session.release()));
  let best = { threads: 1, time: Number.POSITIVE_INFINITY };
  for (const { threads, times } of probes) {
    const time = median(times);
    if (time < best.time * WORTHWHILE) best = { threads, time };
  }
  return best.threads;
}

let measured: Promise<number> | undefined;

/**
 * The number of threads that computes a small fish-shaped graph fastest on this machine now. Takes about 0.3 s the
 * first time in a process. Two logical processors of one core, or a busy machine, often make one thread the fastest.
 */
export function measureThreads(): Promise<number> {
  measured ??= measure();
  return measured;
}
