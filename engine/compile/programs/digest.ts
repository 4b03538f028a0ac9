import { dropoutOffsets } from '#engine/tensor/dropout.ts';
import type { TensorData } from '#engine/tensor/ir.ts';
import type { DataShape, DigestFeeds, DigestProgram } from '../compiled.ts';
import type { SchoolPlan, SwarmPlan } from '../plan.ts';
import { dropoutSites, poolRows } from './dropoutSites.ts';
import { learnerInput } from './learner.ts';
import { memoise } from './memoise.ts';
import { optimizerFeeds } from './trainCluster.ts';
import { lessonFeeds } from './trainFeeds.ts';
import { trainProgram } from './trainProgram.ts';

/** Programs for the schools that have clients of a server to which predictions travel. */
export function digestPrograms(
  plan: SwarmPlan,
  data: DataShape,
  lengths: readonly number[],
): readonly DigestProgram[] {
  const clients = new Set(
    plan.mechanisms.flatMap((one) => (one.kind === 'distil' ? one.clients.map(({ id }) => id) : [])),
  );
  return plan.schools
    .filter(({ fish }) => fish.some((id) => clients.has(id)))
    .map((school) => digestProgram(plan, data, school, lengths));
}

/**
 * A step in which fish learn probabilities instead of classes, with their own optimizer and moments. Nothing else is in the
 * loss: neither links, rules of schooling nor label smoothing, since what is learned comes from others already.
 */
function digestProgram(
  plan: SwarmPlan,
  data: DataShape,
  school: SchoolPlan,
  lengths: readonly number[],
): DigestProgram {
  const alone: SwarmPlan = {
    ...plan,
    goal: { ...plan.goal, labelSmoothing: 0 },
    fish: plan.fish.map(({ rules: _, ...fish }) => fish),
    talk: [],
    mechanisms: [],
  };
  return {
    school,
    lengths,
    program: memoise((length) => trainProgram({ plan: alone, data, schools: [school], length, soft: true })),
    feeds: (step) => digestFeeds(data, school, step),
  };
}

function digestFeeds(data: DataShape, school: SchoolPlan, step: DigestFeeds): Record<string, TensorData> {
  const { examples, rows, weights, length, said, learns, learningRate, fishStep, seed } = step;
  const batches = school.fish.map(() => ({ rows, weights }));
  const { [learnerInput(school.id, 'targets')]: _, ...text } = lessonFeeds(school, data, batches, {
    examples,
    length,
  });
  const all = new Float32Array(said.length * school.fish.length);
  school.fish.forEach((__, slot) => {
    all.set(said, slot * said.length);
  });
  const inputs: Record<string, TensorData> = {
    ...text,
    ...optimizerFeeds(school, fishStep),
    alive: learns,
    learns,
    learningRate,
    [learnerInput(school.id, 'said')]: all,
  };
  const sites = dropoutSites(school);
  if (sites > 0) {
    const offsets = new Int32Array(school.fish.length * sites);
    school.fish.forEach((fish, slot) => {
      const own = dropoutOffsets(seed, `${fish} digests`, step.step, { sites, rows: poolRows(school) });
      offsets.set(own, slot * sites);
    });
    inputs[learnerInput(school.id, 'dropout')] = offsets;
  }
  return inputs;
}
