import { describe, expect, it } from 'vitest';
import { ShuuraiError } from '../core/errors.ts';
import { Graph } from './builder.ts';

function graph(): { g: Graph; x: ReturnType<Graph['input']>; ids: ReturnType<Graph['input']> } {
  const g = new Graph('train');
  return { g, x: g.input('x', 'parameter', 'f32', [2, 3]), ids: g.input('ids', 'data', 'i32', [2]) };
}

describe('Graph', () => {
  it('names the operation, its source and the shapes in what it refuses', () => {
    const { g, x } = graph();
    const w = g.input('w', 'parameter', 'f32', [4, 5]);
    const attempt = (): unknown => g.scope('h.0', () => g.scope('attn', () => g.matmul(x, w)));
    expect(attempt).toThrow(ShuuraiError);
    expect(attempt).toThrow(
      'In the program "train", matmul at "h.0.attn" cannot be applied to (f32[2, 3], f32[4, 5]): its inner sizes are 3 and 4.',
    );
  });

  it('refuses what breaks a shape or type rule', () => {
    const { g, x, ids } = graph();
    const mask = g.greater(x, 0);
    const refused: (() => unknown)[] = [
      () => g.add(x, ids),
      () => g.add(x, g.input('y', 'data', 'f32', [4])),
      () => g.add(mask, mask),
      () => g.div(ids, 2),
      () => g.mod(x, 2),
      () => g.exp(ids),
      () => g.and(x, x),
      () => g.where(x, x, x),
      () => g.where(mask, x, ids),
      () => g.matmul(x, ids),
      () => g.matmul(x, x, { alpha: Number.NaN }),
      () => g.reduceSum(x, [2]),
      () => g.reduceSum(x, [0, 0]),
      () => g.reduceSum(x, []),
      () => g.reduceSum(ids, [0]),
      () => g.softmax(g.scalar(1)),
      () => g.layerNorm(x, -1),
      () => g.gather(x, x),
      () => g.gather(x, g.range(3), { batchDims: 1 }),
      () => g.scatterAdd(ids, g.transpose(x, [1, 0]), { rows: 4 }),
      () => g.scatterAdd(ids, x, { rows: 0 }),
      () => g.scatterRows(x, ids, x),
      () => g.takeAlong(x, g.range(3)),
      () => g.oneHot(ids, 0),
      () => g.transpose(x, [0, 0]),
      () => g.transpose(x, [0]),
      () => g.reshape(x, [5]),
      () => g.reshape(x, [-1, 6]),
      () => g.slice(x, [0, 0], [3, 3]),
      () => g.slice(x, [0, 1], [2, 1]),
      () => g.concat([x, ids], 0),
      () => g.concat([], 0),
      () => g.broadcast(x, [2, 4]),
      () => g.broadcast(x, [3]),
      () => g.constant(Float32Array.of(1), [2]),
      () => g.constant(Float32Array.of(1), [1], 'i32'),
      () => g.input('x', 'data', 'f32', [1]),
      () => g.input('empty', 'data', 'f32', [0]),
    ];
    for (const attempt of refused) expect(attempt).toThrow(ShuuraiError);
  });

  it('refuses values of another graph', () => {
    const other = new Graph('other').input('x', 'data', 'f32', [2, 3]);
    const { g } = graph();
    expect(() => g.neg(other)).toThrow(/another graph/);
    expect(() => g.output('y', other)).toThrow(/another graph/);
  });

  it('updates only parameters and state, once, with a value of the same type', () => {
    const { g, x, ids } = graph();
    expect(() => g.update('ids', ids)).toThrow(/not a parameter or state/);
    expect(() => g.update('nothing', x)).toThrow(/not a parameter or state/);
    expect(() => g.update('x', g.reshape(x, [3, 2]))).toThrow(/cannot become/);
    g.update('x', g.neg(x));
    expect(() => g.update('x', x)).toThrow(/twice/);
    g.output('y', x);
    expect(() => g.output('y', x)).toThrow(/twice/);
  });

  it('records sources, inner scopes joined to outer ones', () => {
    const { g, x } = graph();
    g.scope('a', () => {
      g.neg(x);
      g.scope('b', () => g.exp(x));
      g.withSource('c', () => g.abs(x));
    });
    g.sign(x);
    expect(g.build().ops.map((op) => op.source)).toEqual(['a', 'a.b', 'c', undefined]);
  });

  it('gives numbers the type of the other operand and shares equal ones, but not 0 and -0', () => {
    const { g, x, ids } = graph();
    expect(g.add(ids, 2).dtype).toBe('i32');
    g.add(x, 2);
    g.mul(2, x);
    g.add(x, 0);
    g.add(x, -0);
    const constants = g.build().ops.filter((op) => op.spec.kind === 'constant');
    expect(constants).toHaveLength(4);
  });
});
