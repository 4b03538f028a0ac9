import { GraphBase, type Tensor } from './graphBase.ts';
import type { DType, Shape } from './ir.ts';
import { sameShape } from './shape.ts';

export type { Tensor } from './graphBase.ts';

/** A number stands for a constant of shape [] and of the other operand's type. */
export type Operand = Tensor | number;

export interface ReduceOptions {
  readonly keepDims?: boolean;
}

export interface MatmulOptions {
  readonly transA?: boolean;
  readonly transB?: boolean;
  readonly alpha?: number;
}

type BinaryKind =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'maximum'
  | 'minimum'
  | 'mod'
  | 'less'
  | 'lessEqual'
  | 'greater'
  | 'greaterEqual'
  | 'equal';

/** Builds a Program: every primitive operation of ir.ts as a method that checks shapes and types at once. */
export class Graph extends GraphBase {
  /** `value` everywhere in `shape`. */
  fill(value: number, shape: Shape, dtype: DType = 'f32'): Tensor {
    return this.broadcast(this.scalar(value, dtype), shape);
  }

  /** 0, 1, ... n - 1 as i32 [n]. */
  range(n: number): Tensor {
    return this.constant(
      Int32Array.from({ length: n }, (_, i) => i),
      [n],
    );
  }

  // Arithmetic

  add(a: Operand, b: Operand): Tensor {
    return this.#binary('add', a, b);
  }
  sub(a: Operand, b: Operand): Tensor {
    return this.#binary('sub', a, b);
  }
  mul(a: Operand, b: Operand): Tensor {
    return this.#binary('mul', a, b);
  }
  div(a: Operand, b: Operand): Tensor {
    return this.#binary('div', a, b);
  }
  maximum(a: Operand, b: Operand): Tensor {
    return this.#binary('maximum', a, b);
  }
  minimum(a: Operand, b: Operand): Tensor {
    return this.#binary('minimum', a, b);
  }
  /** i32 only; the result has the divisor's sign. */
  mod(a: Operand, b: Operand): Tensor {
    return this.#binary('mod', a, b);
  }

  /** alpha A B, batched over the leading axes, which broadcast. */
  matmul(a: Tensor, b: Tensor, options: MatmulOptions = {}): Tensor {
    const { transA = false, transB = false, alpha = 1 } = options;
    return this.one({ kind: 'matmul', transA, transB, alpha }, [a, b]);
  }

  neg(x: Tensor): Tensor {
    return this.one({ kind: 'neg' }, [x]);
  }
  exp(x: Tensor): Tensor {
    return this.one({ kind: 'exp' }, [x]);
  }
  log(x: Tensor): Tensor {
    return this.one({ kind: 'log' }, [x]);
  }
  sqrt(x: Tensor): Tensor {
    return this.one({ kind: 'sqrt' }, [x]);
  }
  rsqrt(x: Tensor): Tensor {
    return this.one({ kind: 'rsqrt' }, [x]);
  }
  square(x: Tensor): Tensor {
    return this.one({ kind: 'square' }, [x]);
  }
  abs(x: Tensor): Tensor {
    return this.one({ kind: 'abs' }, [x]);
  }
  sign(x: Tensor): Tensor {
    return this.one({ kind: 'sign' }, [x]);
  }
  tanh(x: Tensor): Tensor {
    return this.one({ kind: 'tanh' }, [x]);
  }
  erf(x: Tensor): Tensor {
    return this.one({ kind: 'erf' }, [x]);
  }
  sigmoid(x: Tensor): Tensor {
    return this.one({ kind: 'sigmoid' }, [x]);
  }
  relu(x: Tensor): Tensor {
    return this.one({ kind: 'relu' }, [x]);
  }
  gelu(x: Tensor): Tensor {
    return this.one({ kind: 'gelu' }, [x]);
  }

  // Comparison and choice

  less(a: Operand, b: Operand): Tensor {
    return this.#binary('less', a, b);
  }
  lessEqual(a: Operand, b: Operand): Tensor {
    return this.#binary('lessEqual', a, b);
  }
  greater(a: Operand, b: Operand): Tensor {
    return this.#binary('greater', a, b);
  }
  greaterEqual(a: Operand, b: Operand): Tensor {
    return this.#binary('greaterEqual', a, b);
  }
  equal(a: Operand, b: Operand): Tensor {
    return this.#binary('equal', a, b);
  }
  and(a: Tensor, b: Tensor): Tensor {
    return this.one({ kind: 'and' }, [a, b]);
  }
  or(a: Tensor, b: Tensor): Tensor {
    return this.one({ kind: 'or' }, [a, b]);
  }
  not(x: Tensor): Tensor {
    return this.one({ kind: 'not' }, [x]);
  }
  where(condition: Tensor, a: Operand, b: Operand): Tensor {
    return this.one({ kind: 'where' }, [condition, ...this.#operands(a, b)]);
  }

  // Reductions and rows

  reduceSum(x: Tensor, axes: readonly number[], options: ReduceOptions = {}): Tensor {
    return this.#reduce('reduceSum', x, axes, options);
  }
  reduceMean(x: Tensor, axes: readonly number[], options: ReduceOptions = {}): Tensor {
    return this.#reduce('reduceMean', x, axes, options);
  }
  reduceMax(x: Tensor, axes: readonly number[], options: ReduceOptions = {}): Tensor {
    return this.#reduce('reduceMax', x, axes, options);
  }
  softmax(x: Tensor): Tensor {
    return this.one({ kind: 'softmax' }, [x]);
  }
  logSoftmax(x: Tensor): Tensor {
    return this.one({ kind: 'logSoftmax' }, [x]);
  }
  /** Without the affine part. `invStd` is not differentiable. */
  layerNorm(x: Tensor, epsilon = 1e-5): { readonly xhat: Tensor; readonly invStd: Tensor } {
    const [xhat, invStd] = this.apply({ kind: 'layerNorm', epsilon }, [x]);
    if (!xhat || !invStd) return this.fail('layerNorm has two outputs');
    return { xhat, invStd };
  }
  /** Index of the largest of the last axis, the lowest at a tie. */
  argMax(x: Tensor): Tensor {
    return this.one({ kind: 'argMax' }, [x]);
  }

  // Rows by number

  gather(table: Tensor, ids: Tensor, options: { readonly batchDims?: 0 | 1 } = {}): Tensor {
    return this.one({ kind: 'gather', batchDims: options.batchDims ?? 0 }, [table, ids]);
  }
  scatterAdd(
    ids: Tensor,
    updates: Tensor,
    options: { readonly rows: number; readonly batchDims?: 0 | 1 },
  ): Tensor {
    const { rows, batchDims = 0 } = options;
    return this.one({ kind: 'scatterAdd', batchDims, rows }, [ids, updates]);
  }
  scatterRows(table: Tensor, ids: Tensor, rows: Tensor): Tensor {
    return this.one({ kind: 'scatterRows' }, [table, ids, rows]);
  }
  takeAlong(x: Tensor, ids: Tensor): Tensor {
    return this.one({ kind: 'takeAlong' }, [x, ids]);
  }
  oneHot(ids: Tensor, depth: number): Tensor {
    return this.one({ kind: 'oneHot', depth }, [ids]);
  }

  // Layout

  transpose(x: Tensor, perm: readonly number[]): Tensor {
    return this.one({ kind: 'transpose', perm }, [x]);
  }
  /** The same tensor if it already has the shape. */
  reshape(x: Tensor, shape: Shape): Tensor {
    return sameShape(x.shape, shape) ? this.own(x) : this.one({ kind: 'reshape', shape }, [x]);
  }
  slice(x: Tensor, starts: readonly number[], ends: readonly number[]): Tensor {
    return this.one({ kind: 'slice', starts, ends }, [x]);
  }
  /** [start, end) of one axis. */
  sliceAxis(x: Tensor, axis: number, start: number, end: number): Tensor {
    const at = axis < 0 ? axis + x.shape.length : axis;
    if (start === 0 && end === x.shape[at]) return this.own(x);
    const starts = x.shape.map((_, a) => (a === at ? start : 0));
    return this.slice(
      x,
      starts,
      x.shape.map((size, a) => (a === at ? end : size)),
    );
  }
  concat(parts: readonly Tensor[], axis: number): Tensor {
    const rank = parts[0]?.shape.length ?? 0;
    return this.one({ kind: 'concat', axis: axis < 0 ? axis + rank : axis }, parts);
  }
  /** The same tensor if it already has the shape. */
  broadcast(x: Tensor, shape: Shape): Tensor {
    return sameShape(x.shape, shape) ? this.own(x) : this.one({ kind: 'broadcast', shape }, [x]);
  }
  cast(x: Tensor, to: DType): Tensor {
    return x.dtype === to ? this.own(x) : this.one({ kind: 'cast', to }, [x]);
  }
  stopGradient(x: Tensor): Tensor {
    return this.one({ kind: 'stopGradient' }, [x]);
  }

  #reduce(
    kind: 'reduceSum' | 'reduceMean' | 'reduceMax',
    x: Tensor,
    axes: readonly number[],
    options: ReduceOptions,
  ): Tensor {
    const rank = x.shape.length;
    const counted = axes.map((axis) => (axis < 0 ? axis + rank : axis)).sort((a, b) => a - b);
    return this.one({ kind, axes: counted, keepDims: options.keepDims ?? false }, [x]);
  }

  #binary(kind: BinaryKind, a: Operand, b: Operand): Tensor {
    return this.one({ kind }, this.#operands(a, b));
  }

  #operands(a: Operand, b: Operand): [Tensor, Tensor] {
    if (typeof a !== 'number') return [a, typeof b === 'number' ? this.scalar(b, a.dtype) : b];
    return typeof b === 'number' ? [this.scalar(a), this.scalar(b)] : [this.scalar(a, b.dtype), b];
  }
}
