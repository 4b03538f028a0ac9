import type { Shape } from '../../../tensor/ir.ts';
import type { SpecOf } from '../../specOf.ts';
import { MICROSOFT } from '../graph.ts';
import { ELEMENT_TYPE } from '../proto.ts';
import { arg, argInfo, type EmitContext, type EmitterTable, resultInfo, sizeOf } from './context.ts';

type Indexing = 'gather' | 'scatterAdd' | 'scatterRows' | 'takeAlong' | 'oneHot';

const toLong = { attributes: { to: { int: ELEMENT_TYPE.i64 } } } as const;

/**
 * ids [N, I...] of N tables with `rows` rows each -> ids into the one table [N * rows, ...] that they make when
 * flattened. One small integer addition instead of a GatherND with batch_dims, which wants int64 and is slower.
 */
function flatIds(context: EmitContext, ids: string, shape: Shape, rows: number): string {
  const { graph } = context;
  const n = shape[0] ?? 1;
  const offsets = Int32Array.from({ length: n }, (_, index) => index * rows);
  const dims = shape.map((_, axis) => (axis === 0 ? n : 1));
  return graph.node('Add', [ids, graph.tensor('i32', dims, offsets)]);
}

/** Up to this many rows a one-hot product is faster than adding element by element. */
const ONE_HOT_ROWS = 128;

interface FlatScatter {
  readonly zeros: string;
  /** [count] rows of the flattened table. */
  readonly ids: string;
  readonly count: number;
  readonly row: Shape;
  /** [count, ...row] */
  readonly updates: string;
}

/** The scatter seen as one table [N * rows, ...row] that `count` rows are added to. */
function flatScatter(context: EmitContext, spec: SpecOf<'scatterAdd'>): FlatScatter {
  const { graph } = context;
  const shape = argInfo(context, 0).shape;
  const n = spec.batchDims === 1 ? (shape[0] ?? 1) : 1;
  const count = sizeOf(shape);
  const row = argInfo(context, 1).shape.slice(shape.length);
  const ids = arg(context, 0);
  return {
    zeros: graph.tensor('f32', [n * spec.rows, ...row], new Float32Array(n * spec.rows * sizeOf(row))),
    ids: spec.batchDims === 1 ? flatIds(context, ids, shape, spec.rows) : ids,
    count,
    row,
    updates: graph.reshape(arg(context, 1), [count, ...row]),
  };
}

const adding = { reduction: { string: 'add' } } as const;

function scatterAddByRows(context: EmitContext, spec: SpecOf<'scatterAdd'>): void {
  const { graph } = context;
  const { zeros, ids, count, updates } = flatScatter(context, spec);
  const indices = graph.node('Cast', [graph.reshape(ids, [count, 1])], toLong);
  const sum = graph.node('ScatterND', [zeros, indices, updates], { attributes: adding });
  graph.reshape(sum, resultInfo(context).shape, context.result());
}

function scatterAddByElements(context: EmitContext, spec: SpecOf<'scatterAdd'>): void {
  const { graph } = context;
  const { zeros, ids, count, row, updates } = flatScatter(context, spec);
  const column = graph.reshape(ids, [count, ...row.map(() => 1)]);
  const indices = graph.node('Expand', [column, graph.longs([count, ...row])]);
  const sum = graph.node('ScatterElements', [zeros, indices, updates], {
    attributes: { ...adding, axis: { int: 0 } },
  });
  graph.reshape(sum, resultInfo(context).shape, context.result());
}

/** one-hot(ids) transposed, times the updates: [N, count, rows]^T x [N, count, width] -> [N, rows, width]. */
function scatterAddByProduct(context: EmitContext, spec: SpecOf<'scatterAdd'>): void {
  const { graph } = context;
  const shape = argInfo(context, 0).shape;
  const n = spec.batchDims === 1 ? (shape[0] ?? 1) : 1;
  const count = sizeOf(shape) / n;
  const width = sizeOf(argInfo(context, 1).shape) / Math.max(1, n * count);
  const hot = oneHot(context, graph.reshape(arg(context, 0), [n, count]), [n, count], spec.rows);
  const updates = graph.reshape(arg(context, 1), [n, count, width]);
  const sum = graph.node('FusedMatMul', [hot, updates], {
    domain: MICROSOFT,
    attributes: { transA: { int: 1 } },
  });
  graph.reshape(sum, resultInfo(context).shape, context.result());
}

/** Comparing with 0..depth-1 took half the time of ONNX's OneHot. */
function oneHot(context: EmitContext, ids: string, shape: Shape, depth: number, result?: string): string {
  const { graph } = context;
  const classes = graph.tensor(
    'i32',
    [depth],
    Int32Array.from({ length: depth }, (_, index) => index),
  );
  const hit = graph.node('Equal', [graph.reshape(ids, [...shape, 1]), classes]);
  return graph.node('Cast', [hit], {
    attributes: { to: { int: ELEMENT_TYPE.f32 } },
    ...(result === undefined ? {} : { outputs: [result] }),
  });
}

export const indexing: EmitterTable<Indexing> = {
  /** With tables of several fish the ids are those of the one table they make when flattened: see `flattenGathers`. */
  gather: (context) => {
    const picks = { attributes: { axis: { int: 0 } }, outputs: [context.result()] } as const;
    context.graph.node('Gather', [arg(context, 0), arg(context, 1)], picks);
  },

  /**
   * Which way is a matter of correctness first: ScatterND's additions race on rows that occur twice when the
   * session has several threads (seen: wrong sums), and only then of speed (docs/performance.md).
   */
  scatterAdd: (context, spec) => {
    if (context.threads === 1) scatterAddByRows(context, spec);
    else if (spec.rows <= ONE_HOT_ROWS) scatterAddByProduct(context, spec);
    else scatterAddByElements(context, spec);
  },

  scatterRows: (context) => {
    const { graph } = context;
    const [table, ids, rows] = [arg(context, 0), arg(context, 1), arg(context, 2)];
    const [n = 1, count = 1] = argInfo(context, 1).shape;
    const fish = BigInt64Array.from({ length: n * count }, (_, index) => BigInt(Math.floor(index / count)));
    const row = graph.node('Cast', [graph.reshape(ids, [n, count, 1])], toLong);
    const indices = graph.node('Concat', [graph.tensor('i64', [n, count, 1], fish), row], {
      attributes: { axis: { int: 2 } },
    });
    graph.node('ScatterND', [table, indices, rows], { outputs: [context.result()] });
  },

  takeAlong: (context) => {
    const { graph } = context;
    const shape = argInfo(context, 1).shape;
    const picked = graph.node(
      'GatherElements',
      [arg(context, 0), graph.reshape(arg(context, 1), [...shape, 1])],
      { attributes: { axis: { int: -1 } } },
    );
    graph.reshape(picked, shape, context.result());
  },

  oneHot: (context, spec) => {
    oneHot(context, arg(context, 0), argInfo(context, 0).shape, spec.depth, context.result());
  },
};
