import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import type { DataShape } from '../compiled.ts';
import type { SchoolPlan, SwarmPlan } from '../plan.ts';
import { type Learner, learner } from './learner.ts';
import { type ClusterLinks, type Learned, learn } from './learning.ts';
import { positionsOf } from './lengths.ts';
import { hasRules } from './schoolRules.ts';
import type { Member } from './stateLinks.ts';

/** The schools of a cluster, joined: texts in, losses out. */
export interface ClusterGraph {
  readonly learners: readonly Learner[];
  /** By school. */
  readonly learned: readonly Learned[];
  /** bool [N] for each school: who takes a step. */
  readonly learns: readonly Tensor[];
}

export interface ClusterRequest {
  readonly plan: SwarmPlan;
  readonly data: DataShape;
  readonly schools: readonly SchoolPlan[];
  readonly length: number;
  /** Whether the fish learn probabilities instead of classes. */
  readonly soft?: boolean;
  /** Dropout of a school's activations [N, ...]. */
  readonly drop: (school: SchoolPlan, x: Tensor) => Tensor;
}

/** Whether fish of these schools are joined by links of the family. */
export function hasLinks(
  plan: SwarmPlan,
  schools: readonly SchoolPlan[],
  family: 'state' | 'prediction' | 'proposal',
): boolean {
  const fish = new Set(schools.flatMap((school) => school.fish));
  return plan.talk.some((link) => link.family === family && fish.has(link.from) && fish.has(link.to));
}

/** Whether fish of these schools say anything to each other while they learn. */
export const speaks = (plan: SwarmPlan, schools: readonly SchoolPlan[]): boolean =>
  hasLinks(plan, schools, 'state') ||
  hasLinks(plan, schools, 'prediction') ||
  hasLinks(plan, schools, 'proposal') ||
  schools.some((school) => hasRules(plan, school));

export function clusterGraph(g: Graph, request: ClusterRequest): ClusterGraph {
  const { plan, data, schools, length, drop, soft = false } = request;
  const total = schools.reduce((sum, school) => sum + school.fish.length, 0);
  const alive = g.input('alive', 'control', 'bool', [total]);
  const learns = g.input('learns', 'control', 'bool', [total]);
  let end = 0;
  const learners: Learner[] = [];
  const members: Member[] = [];
  for (const school of schools) {
    const start = end;
    end += school.fish.length;
    const own = g.sliceAxis(learns, 0, start, end); // [N]
    const made = learner(g, { plan, school, data, length, learns: own, drop: (x) => drop(school, x), soft });
    learners.push(made);
    members.push({ model: made.model, start });
  }
  const learned = learn(
    g,
    plan,
    members,
    learners.map(({ lesson }) => lesson),
    clusterLinks(g, request, { alive, learns }),
  );
  return {
    learners,
    learned,
    learns: members.map((member) => g.sliceAxis(learns, 0, member.start, member.start + member.model.fish)),
  };
}

function clusterLinks(
  g: Graph,
  { plan, data, schools, length }: ClusterRequest,
  { alive, learns }: Pick<ClusterLinks, 'alive' | 'learns'>,
): ClusterLinks {
  const total = alive.shape[0] ?? 0;
  const rows = plan.run.batchSize * (data.task === 'language-modelling' ? positionsOf(data, length) : 1);
  const matrix = (name: string): Tensor => g.input(name, 'control', 'f32', [total, total]);
  return {
    alive,
    learns,
    ...(speaks(plan, schools) ? { sign: g.input('sign', 'control', 'f32', [total]) } : {}),
    ...(hasLinks(plan, schools, 'state') ? { state: matrix('adjacency.state') } : {}),
    ...(hasLinks(plan, schools, 'proposal') ? { proposal: matrix('adjacency.proposal') } : {}),
    ...(hasLinks(plan, schools, 'prediction')
      ? {
          prediction: {
            adjacency: matrix('adjacency.prediction'),
            weights: g.input('agreement', 'data', 'f32', [rows]),
          },
        }
      : {}),
  };
}
