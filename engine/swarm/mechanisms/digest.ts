import type { DigestProgram } from '#engine/compile/compiled.ts';
import type { DistilPlan } from '#engine/compile/mechanisms/distil.ts';
import type { FishId } from '#engine/core/brand.ts';
import { bucketLength } from '../bucketLength.ts';
import { softened } from '../federated/consensus.ts';
import type { World } from './mechanism.ts';

/** What fish are taught about rows of public text. */
interface Lesson {
  /** Rows of the public text. */
  readonly rows: Int32Array;
  /** [rows, C]: probabilities to learn. */
  readonly said: Float32Array;
  readonly steps: number;
  /** The number of the first step; dropout's masks are drawn by it. */
  readonly first: number;
  /** The order in which the rows are taken, as places among them. */
  readonly order: Int32Array;
}

/** Has fish learn to give the consensus' answers. @param rows of the public text. @param scores [rows, C]. */
export async function digest(
  world: World,
  plan: DistilPlan,
  fish: ReadonlySet<FishId>,
  rows: Int32Array,
  scores: Float32Array,
): Promise<void> {
  const { round } = world.state;
  await teach(world, fish, {
    rows,
    said: softened(scores, world.swarm.data.classes, plan.temperature),
    steps: plan.digest,
    first: round * plan.digest,
    order: world.random('digest order', plan.nodeId, round, ...rows.subarray(0, 1)).permutation(rows.length),
  });
}

/** Has fish learn public text with its labels: the first phase of FedMD. */
export async function study(
  world: World,
  { nodeId, open, passes }: DistilPlan,
  fish: ReadonlySet<FishId>,
): Promise<void> {
  const { classes } = world.swarm.data;
  const { labels, ranges } = world.data.open;
  const [start, end] = ranges.get(open) ?? [0, 0];
  const rows = Int32Array.from({ length: end - start }, (_, i) => start + i);
  const said = new Float32Array(rows.length * classes);
  rows.forEach((row, i) => {
    said[i * classes + labels[row]!] = 1;
  });
  const steps = Math.ceil(rows.length / Math.min(world.plan.run.batchSize, rows.length));
  for (let pass = 0; pass < passes; pass++) {
    const order = world.random('study order', nodeId, world.state.round, pass).permutation(rows.length);
    await teach(world, fish, { rows, said, steps, first: pass * steps, order });
  }
}

/**
 * So many optimizer steps of cross-entropy on batches of these rows, with the fish's own moments and the rate of their last local
 * step (before there was one, that of their plan). A straggler takes every `pace`-th of them.
 */
async function teach(world: World, fish: ReadonlySet<FishId>, lesson: Lesson): Promise<void> {
  const { rows, said, order } = lesson;
  const { batchSize, seed } = world.plan.run;
  const { classes } = world.swarm.data;
  for (let step = 0; step < lesson.steps; step++) {
    // Batches go round and round the rows.
    const real = Math.min(batchSize, rows.length);
    const places = Int32Array.from({ length: batchSize }, (_, i) =>
      i < real ? order[(step * real + i) % order.length]! : order[0]!,
    );
    const batch = {
      examples: world.data.open,
      rows: places.map((place) => rows[place]!),
      weights: Float32Array.from(places, (_, i) => (i < real ? 1 : 0)),
      said: Float32Array.from({ length: batchSize * classes }, (_, at) => {
        const place = places[Math.floor(at / classes)]!;
        return said[place * classes + (at % classes)]!;
      }),
      step: lesson.first + step,
      seed,
    };
    for (const program of world.swarm.digests) await take(world, program, fish, step, batch);
  }
  world.weights.version += 1;
}

type Batch = Omit<Parameters<DigestProgram['feeds']>[0], 'length' | 'learns' | 'learningRate' | 'fishStep'>;

async function take(
  world: World,
  program: DigestProgram,
  fish: ReadonlySet<FishId>,
  step: number,
  batch: Batch,
): Promise<void> {
  const { school, lengths } = program;
  const lives = school.fish.map((id) => world.state.fish[id]!); // the state has all fish: see readLoopState
  const learns = Uint8Array.from(school.fish, (id, i) =>
    fish.has(id) && step % lives[i]!.pace === 0 ? 1 : 0,
  );
  if (!learns.includes(1)) return;
  const plans = new Map(world.plan.fish.map((one) => [one.id, one.training.learningRate]));
  const longest = Math.max(1, ...Array.from(batch.rows, (row) => batch.examples.lengths[row]!));
  const length = bucketLength(lengths, longest);
  const feeds = program.feeds({
    ...batch,
    length,
    learns,
    learningRate: Float32Array.from(school.fish, (id, i) => {
      const { lastRate, rate } = lives[i]!;
      return lastRate > 0 ? lastRate : (rate ?? plans.get(id) ?? 0);
    }),
    fishStep: Int32Array.from(lives, ({ steps }) => steps + 1),
  });
  await world.programs.call(program.program(length), feeds);
  lives.forEach((life, i) => {
    if (learns[i] === 1) life.steps += 1;
  });
}
