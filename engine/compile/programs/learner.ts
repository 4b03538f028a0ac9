import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import type { Shape } from '#engine/tensor/ir.ts';
import { type RowLeaf, rowLeaf } from '#engine/tensor/optimizers/leaf.ts';
import type { DataShape } from '../compiled.ts';
import type { SchoolPlan, SwarmPlan } from '../plan.ts';
import { hasLazyRows } from './embeddingRows.ts';
import type { Lesson } from './learning.ts';
import { positionsOf } from './lengths.ts';
import { parameterInputs, tensorName } from './parameterInputs.ts';
import type { SchoolGraph, SchoolText } from './schoolGraph.ts';

/** Names of a school's inputs of the training program. */
export type LearnerInput =
  | 'tokens'
  | 'lengths'
  | 'targets'
  | 'said'
  | 'weights'
  | 'uniqueIds'
  | 'uniqueCount'
  | 'inverse'
  | 'dropout'
  | 'correction1'
  | 'correction2'
  | 'proximal';
export const learnerInput = (school: string, input: LearnerInput): string => `${school}/${input}`;

/** A school that learns: its graph, its lesson, and what it learns. */
export interface Learner {
  readonly model: SchoolGraph;
  readonly lesson: Lesson;
  /** By the fish's name: the stacked tensors [N, ...]. */
  readonly parameters: ReadonlyMap<string, Tensor>;
  /** The rows of `wte` that occur in the batch, where only they are updated. */
  readonly lazy: RowLeaf | null;
}

export interface LearnerRequest {
  readonly plan: SwarmPlan;
  readonly school: SchoolPlan;
  readonly data: DataShape;
  readonly length: number;
  /** bool [N]: who takes a step. */
  readonly learns: Tensor;
  /** Dropout of activations [N, ...]. */
  readonly drop: (x: Tensor) => Tensor;
  /** Whether it learns probabilities instead of classes; classification only. */
  readonly soft: boolean;
}

export function learner(g: Graph, request: LearnerRequest): Learner {
  const { plan, school, data, drop } = request;
  const length = positionsOf(data, request.length);
  const rows = plan.run.batchSize;
  const fish = school.fish.length;
  const parameters = parameterInputs(g, plan, school, data);
  const parameter = (name: string): Tensor => parameters.get(name)!; // a fixed set: see parameters.ts
  const lengths = g.input(learnerInput(school.id, 'lengths'), 'data', 'i32', [fish, rows]);
  const read = reading(g, request, [fish, rows, length], parameter('wte'));
  const text = { tokens: read.tokens, lengths };
  const model: SchoolGraph = { g, school, data, fish, rows, length, parameter, embed: read.embed, drop };
  return { model, lesson: { ...text, ...exercise(g, request, text) }, parameters, lazy: read.lazy };
}

interface Reading {
  /** i32 [N, B, T] */
  readonly tokens: Tensor;
  readonly embed: (tokens: Tensor) => Tensor;
  readonly lazy: RowLeaf | null;
}

function reading(g: Graph, { school, data, learns }: LearnerRequest, shape: Shape, table: Tensor): Reading {
  const [fish = 1, rows = 1, length = 1] = shape;
  if (!hasLazyRows(data, rows)) {
    const tokens = g.input(learnerInput(school.id, 'tokens'), 'data', 'i32', shape);
    return { tokens, embed: (ids) => g.gather(table, ids, { batchDims: 1 }), lazy: null };
  }
  const count = rows * length;
  const inverse = g.input(learnerInput(school.id, 'inverse'), 'data', 'i32', [fish, count]);
  const lazy = g.scope('wte', () =>
    rowLeaf(g, tensorName(school.id, 'wte'), {
      uniqueIds: g.input(learnerInput(school.id, 'uniqueIds'), 'data', 'i32', [
        fish,
        Math.min(count, data.vocabSize),
      ]),
      uniqueCount: g.input(learnerInput(school.id, 'uniqueCount'), 'data', 'i32', [fish]),
      inverse,
      alive: learns,
      decay: false,
    }),
  );
  return { tokens: g.reshape(inverse, shape), embed: () => lazy.embedded, lazy };
}

function exercise(
  g: Graph,
  { school, data, soft }: LearnerRequest,
  { tokens }: SchoolText,
): Pick<Lesson, 'targets' | 'said' | 'weights'> {
  const [fish = 1, rows = 1, length = 1] = tokens.shape;
  const count = data.task === 'classification' ? rows : rows * length;
  const weights = g.input(learnerInput(school.id, 'weights'), 'data', 'f32', [fish, count]);
  if (soft) {
    const said = g.input(learnerInput(school.id, 'said'), 'data', 'f32', [fish, count, data.classes]);
    return { targets: g.argMax(said), said, weights };
  }
  return { targets: g.input(learnerInput(school.id, 'targets'), 'data', 'i32', [fish, count]), weights };
}
