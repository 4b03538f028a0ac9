import type { NodeId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { randomStream } from '#engine/core/random.ts';
import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import type { Shape } from '#engine/tensor/ir.ts';
import { ADAMW_MOMENTS } from '#engine/tensor/optimizers/adamW.ts';
import { momentName } from '#engine/tensor/optimizers/leaf.ts';
import { sizeOf } from '#engine/tensor/shape.ts';
import type { AggregatorTensor, DataShape } from '../../compiled.ts';
import type { AggregatorPlan, PredictionSource } from '../../plan.ts';
import { sourceId } from '../../sources.ts';

/** First values: a function of the place, or normal with this deviation. */
type First = { readonly at: (index: number) => number } | { readonly deviation: number };

interface OwnTensor {
  readonly name: string;
  readonly shape: Shape;
  readonly first: First;
  /** Whether an optimizer changes it. */
  readonly trained: boolean;
}

/** Name of what an aggregator knows, of one of its sources where that is named. */
export const aggregatorTensor = (aggregator: NodeId, what: string, source?: PredictionSource): string =>
  ['aggregator', aggregator, what, ...(source === undefined ? [] : [sourceId(source)])].join('/');

const constant = (value: number): First => ({ at: () => value });

/**
 * What an aggregator knows. Everything that belongs to one source is a tensor of its own, with a leading axis of 1, so
 * that a source can come or go and nothing else changes.
 */
function ownTensors(plan: AggregatorPlan, data: DataShape): readonly OwnTensor[] {
  const { nodeId, inputs } = plan;
  switch (plan.kind) {
    case 'cascade':
      return [
        {
          name: aggregatorTensor(nodeId, 'threshold'),
          shape: [1],
          first: constant(plan.threshold),
          trained: false,
        },
        ...inputs.map((source) => ({
          name: aggregatorTensor(nodeId, 'temperature', source),
          shape: [1],
          first: constant(1),
          trained: false,
        })),
      ];
    case 'stacking': {
      const { classes } = data;
      const total = inputs.reduce((sum, { weight }) => sum + weight, 0);
      return [
        { name: aggregatorTensor(nodeId, 'bias'), shape: [1, classes], first: constant(0), trained: true },
        ...inputs.map((source) => ({
          name: aggregatorTensor(nodeId, 'weights', source),
          shape: [1, classes, classes],
          first: {
            at: (index: number) =>
              index % (classes + 1) === 0 ? (total > 0 ? source.weight / total : 1 / inputs.length) : 0,
          },
          trained: true,
        })),
      ];
    }
    case 'gate':
      if (plan.mode !== 'learned') return [];
      return [
        {
          name: aggregatorTensor(nodeId, 'table'),
          shape: [1, data.vocabSize, plan.width],
          first: { deviation: 1 },
          trained: true,
        },
        ...inputs.flatMap((source) => [
          {
            name: aggregatorTensor(nodeId, 'direction', source),
            shape: [1, plan.width],
            first: constant(0),
            trained: true,
          },
          { name: aggregatorTensor(nodeId, 'bias', source), shape: [1], first: constant(0), trained: true },
          ...(plan.noise
            ? [
                {
                  name: aggregatorTensor(nodeId, 'noise', source),
                  shape: [1, plan.width],
                  first: constant(0),
                  trained: true,
                },
              ]
            : []),
        ]),
      ];
    case 'average':
    case 'weighted':
    case 'vote':
    case 'robust':
      return [];
  }
}

/** All tensors of an aggregator: what it knows, and its optimizer's moments. */
export function aggregatorTensors(plan: AggregatorPlan, data: DataShape): readonly AggregatorTensor[] {
  return ownTensors(plan, data).flatMap(({ name, shape, first, trained }) => [
    { name, shape, initialise: (seed: number) => firstValues(name, shape, first, seed) },
    ...(trained ? ADAMW_MOMENTS : []).map((moment) => ({
      name: momentName(name, moment),
      shape,
      initialise: () => new Float32Array(sizeOf(shape)),
    })),
  ]);
}

/** First values of what belongs to one source. */
export function firstOf(
  plan: AggregatorPlan,
  data: DataShape,
  what: string,
  source: PredictionSource,
): Float32Array {
  const name = aggregatorTensor(plan.nodeId, what, source);
  const own = ownTensors(plan, data).find((tensor) => tensor.name === name);
  return own === undefined ? new Float32Array() : firstValues(name, own.shape, own.first, 0);
}

function firstValues(name: string, shape: Shape, first: First, seed: number): Float32Array {
  const values = new Float32Array(sizeOf(shape));
  if ('at' in first) return values.map((_, index) => first.at(index));
  return randomStream(seed, 'init', name).fillNormal(values, 0, first.deviation);
}

/** What an aggregator knows, as inputs of a program, each declared when it is first asked for. */
export class AggregatorInputs {
  readonly #g: Graph;
  readonly #plan: AggregatorPlan;
  readonly #shapes: ReadonlyMap<string, Shape>;

  constructor(g: Graph, plan: AggregatorPlan, data: DataShape) {
    this.#g = g;
    this.#plan = plan;
    this.#shapes = new Map(ownTensors(plan, data).map(({ name, shape }) => [name, shape]));
  }

  /** What belongs to the aggregator as a whole. */
  own(what: string): Tensor {
    return this.#input(aggregatorTensor(this.#plan.nodeId, what));
  }

  /** What belongs to its sources, [K, ...]. */
  bySource(what: string): Tensor {
    const { nodeId, inputs } = this.#plan;
    const parts = inputs.map((source) => this.#input(aggregatorTensor(nodeId, what, source)));
    return parts.length === 1 ? parts[0]! : this.#g.concat(parts, 0);
  }

  #input(name: string): Tensor {
    const shape = this.#shapes.get(name);
    if (shape === undefined) throw new ShuuraiError('internal', `An aggregator has no tensor "${name}".`);
    return this.#g.inputNamed(name) ?? this.#g.input(name, 'parameter', 'f32', shape);
  }
}
