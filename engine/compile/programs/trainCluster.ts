import type { FishId } from '#engine/core/brand.ts';
import type { Inputs, Outputs } from '#engine/executors/executor.ts';
import { dropoutOffsets } from '#engine/tensor/dropout.ts';
import type { TensorData } from '#engine/tensor/ir.ts';
import { biasCorrections } from '#engine/tensor/optimizers/adamW.ts';
import type { DataShape, StepFeeds, StepResult, TrainCluster } from '../compiled.ts';
import type { SchoolPlan, SwarmPlan } from '../plan.ts';
import { hasLinks, speaks } from './clusterGraph.ts';
import { dropoutSites, poolRows } from './dropoutSites.ts';
import { learnerInput } from './learner.ts';
import { memoise } from './memoise.ts';
import { proximalOf } from './proximal.ts';
import { ruleFeeds } from './ruleFeeds.ts';
import { hasRules, shoalOf } from './schoolRules.ts';
import { agreementFeeds, lessonFeeds } from './trainFeeds.ts';
import { trainProgram } from './trainProgram.ts';

export function trainCluster(
  plan: SwarmPlan,
  data: DataShape,
  schools: readonly SchoolPlan[],
  lengths: readonly number[],
): TrainCluster {
  const program = memoise((length: number) => trainProgram({ plan, data, schools, length }));
  const fish = schools.flatMap((school) => school.fish);
  return {
    id: schools.map((school) => school.id).join('+'),
    stream: streamOf(schools),
    schools,
    fish,
    sharedBatch: speaks(plan, schools),
    lengths,
    program,
    feeds: (step) => clusterFeeds(plan, data, schools, step),
    read: readStep,
  };
}

/** Newcomers do not change which random stream a cluster's common batches come from. */
function streamOf(schools: readonly SchoolPlan[]): string {
  const first = schools.filter(({ kin }) => kin === undefined);
  return (first.length > 0 ? first : schools).map(({ id }) => id).join('+');
}

function clusterFeeds(
  plan: SwarmPlan,
  data: DataShape,
  schools: readonly SchoolPlan[],
  step: StepFeeds,
): Inputs {
  const inputs: Record<string, TensorData> = {
    alive: step.alive,
    learns: step.learns ?? step.alive,
    learningRate: step.learningRate,
  };
  if (speaks(plan, schools)) {
    inputs.sign = Float32Array.from(step.alive, (_, i) => (step.inverted?.[i] === 1 ? -1 : 1));
  }
  if (hasLinks(plan, schools, 'state')) inputs['adjacency.state'] = step.adjacency.state;
  if (hasLinks(plan, schools, 'proposal')) inputs['adjacency.proposal'] = step.adjacency.proposal;
  if (hasLinks(plan, schools, 'prediction')) {
    inputs['adjacency.prediction'] = step.adjacency.prediction;
    inputs.agreement = agreementFeeds(data, step.batches, step);
  }
  let start = 0;
  for (const school of schools) {
    const end = start + school.fish.length;
    Object.assign(
      inputs,
      lessonFeeds(school, data, step.batches.slice(start, end), {
        ...step,
        mislabelled: step.mislabelled?.subarray(start, end),
      }),
      optimizerFeeds(school, step.fishStep.subarray(start, end)),
      dropoutFeeds(school, step),
      hasRules(plan, school)
        ? ruleFeeds(school, data, {
            ...step,
            batches: step.batches.slice(start, end),
            all: step.batches,
            shoal: shoalNow(plan, schools, school, step.alive),
            rules: step.rules?.slice(start, end),
          })
        : {},
      proximalFeeds(plan, school),
    );
    start = end;
  }
  return inputs;
}

/** The fish that school with those of `school`, and who of them lives. @param alive by fish of the cluster. */
function shoalNow(
  plan: SwarmPlan,
  schools: readonly SchoolPlan[],
  school: SchoolPlan,
  alive: Uint8Array,
): { readonly fish: readonly FishId[]; readonly alive: readonly boolean[] } {
  const order = schools.flatMap(({ fish }) => fish);
  const fish = shoalOf(plan, schools, school).flatMap((other) => other.fish);
  return { fish, alive: fish.map((id) => alive[order.indexOf(id)] === 1) };
}

export function optimizerFeeds(school: SchoolPlan, fishStep: Int32Array): Inputs {
  if (school.training.optimizer !== 'adamw') return {};
  const corrections = Array.from(fishStep, (t) => biasCorrections(school.training, Math.max(1, t)));
  return {
    [learnerInput(school.id, 'correction1')]: Float32Array.from(corrections, (c) => c.correction1),
    [learnerInput(school.id, 'correction2')]: Float32Array.from(corrections, (c) => c.correction2),
  };
}

function proximalFeeds(plan: SwarmPlan, school: SchoolPlan): Inputs {
  const mu = proximalOf(plan, school);
  return mu === null ? {} : { [learnerInput(school.id, 'proximal')]: mu };
}

function dropoutFeeds(school: SchoolPlan, { seed, step }: StepFeeds): Inputs {
  const sites = dropoutSites(school);
  if (sites === 0) return {};
  const offsets = new Int32Array(school.fish.length * sites);
  school.fish.forEach((fish, slot) => {
    offsets.set(dropoutOffsets(seed, fish, step, { sites, rows: poolRows(school) }), slot * sites);
  });
  return { [learnerInput(school.id, 'dropout')]: offsets };
}

/** The program has put NaN where a fish took no step. */
function readStep(outputs: Outputs): StepResult {
  const byFish = (name: string): Float64Array => Float64Array.from(outputs[name] ?? []);
  return { loss: byFish('loss'), accuracy: byFish('accuracy'), gradNorm: byFish('gradNorm') };
}
