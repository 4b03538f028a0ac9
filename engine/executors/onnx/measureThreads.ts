import { availableParallelism } from 'node:os';
import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { OnnxGraph } from './graph.ts';
import { createSession } from './session.ts';

/** A fish-shaped piece of work: products of 8 x [512, 64] with [64, 256], and element-wise passes over the result. */
const FISH = 8;
const ROWS = 512;
const WIDTH = 64;
const HIDDEN = 256;

function probeModel(): Uint8Array {
  const graph = new OnnxGraph('thread-probe');
  graph.input('x', 'f32', [FISH, ROWS, WIDTH]);
  graph.input('w', 'f32', [FISH, WIDTH, HIDDEN]);
  const product = graph.node('MatMul', ['x', 'w']);
  const half = graph.node('Mul', [product, graph.scalar('f32', 0.5)]);
  const sum = graph.node('Add', [graph.node('Relu', [half]), product]);
  graph.node('ReduceSum', [sum, graph.longs([0, 1, 2])], {
    attributes: { keepdims: { int: 0 } },
    outputs: ['total'],
  });
  graph.output('total', 'f32', []);
  return graph.encode();
}

/** Milliseconds of the fastest of several calls: the minimum is what other load on the machine disturbs least. */
async function fastestCall(model: Uint8Array, threads: number, budget: number): Promise<number> {
  const session: InferenceSession = await createSession(model, { threads });
  try {
    const feeds = {
      x: new Tensor('float32', new Float32Array(FISH * ROWS * WIDTH).fill(0.5), [FISH, ROWS, WIDTH]),
      w: new Tensor('float32', new Float32Array(FISH * WIDTH * HIDDEN).fill(0.5), [FISH, WIDTH, HIDDEN]),
    };
    await session.run(feeds);
    let fastest = Number.POSITIVE_INFINITY;
    const start = performance.now();
    do {
      const before = performance.now();
      await session.run(feeds);
      fastest = Math.min(fastest, performance.now() - before);
    } while (performance.now() - start < budget);
    return fastest;
  } finally {
    await session.release();
  }
}

/** 1, 2, 4 ... and the number of processors itself. */
function candidates(processors: number): number[] {
  const counts: number[] = [];
  for (let count = 1; count < processors; count *= 2) counts.push(count);
  return [...counts, processors];
}

/** More threads must pay: below this gain the smaller number wins, for it leaves the machine to its user. */
const WORTHWHILE = 0.9;

async function measure(): Promise<number> {
  const counts = candidates(availableParallelism());
  if (counts.length === 1) return 1;
  const model = probeModel();
  let best = { threads: 1, time: Number.POSITIVE_INFINITY };
  for (const threads of counts) {
    const time = await fastestCall(model, threads, 250 / counts.length);
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
