import { ShuuraiError } from '../../core/errors.ts';
import type { Graph, Tensor } from '../builder.ts';
import type { Shape } from '../ir.ts';

/**
 * What an optimizer updates: a stacked parameter, or the rows of one that a batch touches. `gradient` is d loss /
 * d `value`.
 */
export interface Leaf {
  /** [N, ...] */
  readonly value: Tensor;
  /** Decoupled weight decay applies: to matrices, not to embeddings, gains and biases. */
  readonly decay: boolean;
  /** bool, [N, 1...] or [N, U, 1]: where false, the value and its moments stay bit for bit. */
  readonly active: Tensor;
  writeValue(next: Tensor): void;
  /** A moment that goes with the value, of its shape; `kind` is a short name such as "m". */
  readMoment(kind: string): Tensor;
  writeMoment(kind: string, next: Tensor): void;
}

/** A moment's input name: `momentName("h.0.mlp.c_fc", "m")` is "h.0.mlp.c_fc.m". */
export function momentName(parameter: string, kind: string): string {
  return `${parameter}.${kind}`;
}

function momentInput(g: Graph, parameter: string, kind: string, shape: Shape): Tensor {
  const name = momentName(parameter, kind);
  return g.inputNamed(name) ?? g.input(name, 'state', 'f32', shape);
}

function parameterNamed(g: Graph, name: string): Tensor {
  const parameter = g.inputNamed(name);
  if (parameter) return parameter;
  throw new ShuuraiError(
    'internal',
    `The program "${g.name}" has no input "${name}" to update; declare it first.`,
  );
}

/**
 * The whole of the parameter input `name` [N, ...] as a leaf; its moments become `state` inputs of the same shape.
 *
 * @param alive bool [N]: a fish that is not alive is not touched.
 */
export function denseLeaf(
  g: Graph,
  name: string,
  options: { readonly alive: Tensor; readonly decay: boolean },
): Leaf {
  const value = parameterNamed(g, name);
  return {
    value,
    decay: options.decay,
    active: perFish(g, options.alive, value.shape.length),
    writeValue: (next) => g.update(name, next),
    readMoment: (kind) => momentInput(g, name, kind, value.shape),
    writeMoment: (kind, next) => g.update(momentName(name, kind), next),
  };
}

export interface RowLeaf extends Leaf {
  /** The embedded tokens, [N, I, D]; differentiate with respect to `value`, the rows [N, U, D]. */
  readonly embedded: Tensor;
}

export interface RowLeafOptions {
  /** i32 [N, U], distinct within a fish; places from `uniqueCount` on are padding: distinct rows not otherwise used. */
  readonly uniqueIds: Tensor;
  /** i32 [N], how many of them the fish's batch really uses. */
  readonly uniqueCount: Tensor;
  /** i32 [N, I...], which of the unique rows each token is. */
  readonly inverse: Tensor;
  /** bool [N] */
  readonly alive: Tensor;
  readonly decay: boolean;
}

/**
 * The rows of the embedding table `name` [N, V, D] that a batch uses, as a leaf: the cost of an update is that of U rows
 * instead of V ("lazy" Adam, as TensorFlow Addons' LazyAdam and PyTorch's SparseAdam).
 *
 * What differs from a dense update: a row that the batch does not use keeps its value and its moments; they do not
 * decay, and momentum does not move it on. The bias correction counts the fish's steps, not the row's, so a row seen for
 * the first time late takes a smaller first step than dense Adam's first. Padding rows are written back as they were.
 */
export function rowLeaf(g: Graph, name: string, options: RowLeafOptions): RowLeaf {
  const table = parameterNamed(g, name);
  const { uniqueIds, uniqueCount, inverse, alive } = options;
  const [n = 1, u = 1] = uniqueIds.shape;
  const take = (from: Tensor): Tensor => g.gather(from, uniqueIds, { batchDims: 1 });
  const put = (into: Tensor, rows: Tensor): Tensor => g.scatterRows(into, uniqueIds, rows);
  const used = g.less(g.reshape(g.range(u), [1, u, 1]), g.reshape(uniqueCount, [n, 1, 1])); // [N, U, 1]
  const value = take(table); // [N, U, D]
  return {
    value,
    embedded: g.gather(value, inverse, { batchDims: 1 }),
    decay: options.decay,
    active: g.and(used, g.reshape(alive, [n, 1, 1])),
    writeValue: (next) => g.update(name, put(table, next)),
    readMoment: (kind) => take(momentInput(g, name, kind, table.shape)),
    writeMoment: (kind, next) =>
      g.update(momentName(name, kind), put(momentInput(g, name, kind, table.shape), next)),
  };
}

/** [N] as [N, 1...] of the given rank. */
export function perFish(g: Graph, x: Tensor, rank: number): Tensor {
  return g.reshape(x, [x.shape[0] ?? 1, ...new Array<number>(rank - 1).fill(1)]);
}

/**
 * `value` where the mask holds, exactly 1 elsewhere. Arithmetic on the small mask: a `where` whose condition changes from
 * element to element is ten times slower in onnxruntime.
 */
export function orOne(g: Graph, mask: Tensor, value: number): Tensor {
  return g.add(g.mul(g.cast(mask, 'f32'), value - 1), 1);
}
