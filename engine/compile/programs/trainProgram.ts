import { Graph, type Tensor } from '#engine/tensor/builder.ts';
import { grad } from '#engine/tensor/grad.ts';
import type { Program } from '#engine/tensor/ir.ts';
import { ADAMW_MOMENTS, applyAdamW } from '#engine/tensor/optimizers/adamW.ts';
import { clipFactor, globalNorm } from '#engine/tensor/optimizers/clipping.ts';
import { denseLeaf, type Leaf } from '#engine/tensor/optimizers/leaf.ts';
import { applySgd, sgdMoments } from '#engine/tensor/optimizers/sgd.ts';
import { optimize } from '#engine/tensor/passes/optimize.ts';
import type { DataShape } from '../compiled.ts';
import type { FishTraining, SchoolPlan, SwarmPlan } from '../plan.ts';
import { clusterGraph } from './clusterGraph.ts';
import { dropoutSites, schoolDropout } from './dropoutSites.ts';
import { type Learner, learnerInput } from './learner.ts';
import { schoolParameters, tensorName } from './parameterInputs.ts';
import { pulledGradients } from './proximal.ts';

/** AdamW's epsilon, of PyTorch and of the paper (Kingma & Ba 2015, arXiv 1412.6980). */
const EPSILON = 1e-8;

export interface TrainRequest {
  readonly plan: SwarmPlan;
  readonly data: DataShape;
  /** Of one cluster. */
  readonly schools: readonly SchoolPlan[];
  readonly length: number;
  /** Whether the fish learn probabilities instead of classes (./digest.ts). */
  readonly soft?: boolean;
}

/** The kinds of moments a school's optimizer keeps for each parameter. */
export function momentKinds(training: FishTraining): readonly string[] {
  return training.optimizer === 'adamw' ? ADAMW_MOMENTS : sgdMoments(training);
}

/**
 * A whole step of a cluster: losses, gradients, clipping, optimizer. Outputs `loss`, `accuracy` and `gradNorm`, [M], M fish
 * of the cluster, school by school; NaN where a fish takes no step.
 */
export function trainProgram(request: TrainRequest): Program {
  const { plan, data, schools, length, soft = false } = request;
  const g = new Graph(
    `${soft ? 'digest' : 'train'}.${schools.map((school) => school.id).join('+')}.${length}`,
  );
  const drops = new Map(schools.map((school) => [school.id, dropoutOf(g, plan, school)]));
  const cluster = clusterGraph(g, {
    plan,
    data,
    schools,
    length,
    soft,
    drop: (school, x) => drops.get(school.id)?.(x) ?? x,
  });

  const objectives = cluster.learned.map(({ objective }) => objective);
  const total = sumAll(g, objectives);
  const leaves = cluster.learners.map((learner, s) => schoolLeaves(g, request, learner, cluster.learns[s]!));
  const gradients = grad(
    g,
    total,
    leaves.flatMap((own) => own.map(({ value }) => value)),
  );
  const rates = g.input('learningRate', 'control', 'f32', [
    objectives.reduce((sum, x) => sum + x.shape[0]!, 0),
  ]);
  const norms: Tensor[] = [];
  let from = 0;
  let fish = 0;
  cluster.learners.forEach((learner, s) => {
    const own = leaves[s]!; // one list a learner
    const { school } = learner.model;
    g.scope(`${school.id}.${school.training.optimizer}`, () => {
      const rate = g.sliceAxis(rates, 0, fish, fish + learner.model.fish);
      const names = schoolParameters(plan, school, data).map((spec) => spec.name);
      const pure = gradients.slice(from, from + own.length);
      norms.push(step(g, school, own, pulledGradients(g, plan, learner, names, own, pure), rate));
    });
    from += own.length;
    fish += learner.model.fish;
  });

  const report = (name: string, bySchool: readonly Tensor[]): void => {
    g.output(
      name,
      joined(
        g,
        bySchool.map((x, s) => g.where(cluster.learns[s]!, x, Number.NaN)),
      ),
    );
  };
  report(
    'loss',
    cluster.learned.map(({ loss }) => loss),
  );
  report(
    'accuracy',
    cluster.learned.map(({ accuracy }) => accuracy),
  );
  report('gradNorm', norms);
  return optimize(g.build());
}

function dropoutOf(g: Graph, plan: SwarmPlan, school: SchoolPlan): (x: Tensor) => Tensor {
  const sites = dropoutSites(school);
  if (sites === 0) return (x) => x;
  const offsets = g.input(learnerInput(school.id, 'dropout'), 'control', 'i32', [school.fish.length, sites]);
  return schoolDropout(g, school, plan.run.seed, offsets);
}

function schoolLeaves(
  g: Graph,
  { plan, data }: TrainRequest,
  learner: Learner,
  learns: Tensor,
): readonly Leaf[] {
  const { school } = learner.model;
  return schoolParameters(plan, school, data).map((spec) => {
    if (spec.name === 'wte' && learner.lazy !== null) return learner.lazy;
    return denseLeaf(g, tensorName(school.id, spec.name), { alive: learns, decay: spec.decay });
  });
}

/** One optimizer step of a school; returns the norm [N] of each fish's gradient before clipping. */
function step(
  g: Graph,
  school: SchoolPlan,
  leaves: readonly Leaf[],
  gradients: readonly Tensor[],
  learningRate: Tensor,
): Tensor {
  const { training } = school;
  const norm = globalNorm(g, gradients);
  const clip = training.clipNorm === 0 ? null : clipFactor(g, norm, training.clipNorm);
  if (training.optimizer === 'sgd') {
    applySgd(g, leaves, gradients, { learningRate, clip }, training);
    return norm;
  }
  const correction = (name: 'correction1' | 'correction2'): Tensor =>
    g.input(learnerInput(school.id, name), 'control', 'f32', [school.fish.length]);
  applyAdamW(
    g,
    leaves,
    gradients,
    { learningRate, correction1: correction('correction1'), correction2: correction('correction2'), clip },
    { ...training, epsilon: EPSILON },
  );
  return norm;
}

function joined(g: Graph, parts: readonly Tensor[]): Tensor {
  return parts.length === 1 ? parts[0]! : g.concat(parts, 0);
}

function sumAll(g: Graph, objectives: readonly Tensor[]): Tensor {
  return objectives.map((x) => g.reduceSum(x, [0])).reduce((a, b) => g.add(a, b));
}
