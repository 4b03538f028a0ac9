import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Graph, type Tensor } from './builder.ts';
import { grad } from './grad.ts';
import { gradientError } from './gradientError.testing.ts';
import type { Shape } from './ir.ts';
import { evaluate } from './reference.ts';
import { sizeOf } from './shape.ts';

const TOLERANCE = 1e-5;
const RUNS = { numRuns: 25 };

/** Numbers in [low, high], away from 0 by `gap`, where kinks are. */
function numbers(seed: number, shape: Shape, low = -2, high = 2, gap = 0.05): number[] {
  return Array.from({ length: sizeOf(shape) }, (_, i) => {
    const uniform = Math.abs(Math.sin((i + 1) * 78.233 + seed * 37.719) * 43758.5453) % 1;
    const x = low + (high - low) * uniform;
    return Math.abs(x) < gap ? x + Math.sign(x || 1) * gap : x;
  });
}

function make(seed: number, shape: Shape, low?: number, high?: number): { shape: Shape; data: number[] } {
  return { shape, data: numbers(seed, shape, low, high) };
}

const shapes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 0, maxLength: 3 });
const rows = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 });

/** Two shapes that broadcast: axes of one shape, some set to 1, some leading ones left out. */
const pairs = fc
  .record({
    shape: shapes,
    ones: fc.array(fc.constantFrom('a', 'b', 'none'), { minLength: 3, maxLength: 3 }),
    cut: fc.integer({ min: 0, max: 3 }),
    swap: fc.boolean(),
  })
  .map(({ shape, ones, cut, swap }) => {
    const a = shape.map((size, axis) => (ones[axis] === 'a' ? 1 : size));
    const b = shape.map((size, axis) => (ones[axis] === 'b' ? 1 : size)).slice(Math.min(cut, shape.length));
    return swap ? ([b, a] as const) : ([a, b] as const);
  });

function checkAll<T>(arbitrary: fc.Arbitrary<T>, error: (value: T, seed: number) => number): void {
  fc.assert(
    fc.property(arbitrary, fc.integer({ min: 0, max: 1000 }), (value, seed) => {
      expect(error(value, seed)).toBeLessThan(TOLERANCE);
    }),
    RUNS,
  );
}

describe('elementwise gradients match finite differences', () => {
  const binary = ['add', 'sub', 'mul', 'div', 'maximum', 'minimum'] as const;
  it.each(binary)('%s, with broadcasting', (kind) => {
    checkAll(pairs, ([a, b], seed) =>
      // Values far apart at a tie of maximum or minimum would hide the kink; different ranges avoid it.
      gradientError(
        [make(seed, a, 0.5, 2), make(seed + 0.5, b, kind === 'div' ? 0.5 : -2, kind === 'div' ? 3 : 0.4)],
        (g, x, y) => g[kind](x!, y!),
      ),
    );
  });

  it('maximum and minimum where either side wins', () => {
    const a = { shape: [4], data: [1, -1, 2, 0.5] };
    const b = { shape: [2, 1], data: [0.7, 1.5] };
    expect(gradientError([a, b], (g, x, y) => g.maximum(x!, y!))).toBeLessThan(TOLERANCE);
    expect(gradientError([a, b], (g, x, y) => g.minimum(x!, y!))).toBeLessThan(TOLERANCE);
  });

  it.each(['neg', 'exp', 'square', 'abs', 'tanh', 'erf', 'sigmoid', 'relu', 'gelu'] as const)(
    '%s',
    (kind) => {
      checkAll(shapes, (shape, seed) => gradientError([make(seed, shape, -3, 3)], (g, x) => g[kind](x!)));
    },
  );

  it.each(['log', 'sqrt', 'rsqrt'] as const)('%s', (kind) => {
    checkAll(shapes, (shape, seed) => gradientError([make(seed, shape, 0.3, 3)], (g, x) => g[kind](x!)));
  });

  it('sign passes no gradient', () => {
    expect(gradientError([make(1, [3])], (g, x) => g.sign(x!))).toBe(0);
  });

  it('where, with broadcasting of all three', () => {
    checkAll(pairs, ([a, b], seed) =>
      gradientError([make(seed, a), make(seed + 0.5, b)], (g, x, y) =>
        g.where(g.greater(g.add(x!, y!), 0), x!, y!),
      ),
    );
  });

  it('where keeps a NaN that was not chosen away from the result and the gradient', () => {
    const g = new Graph('nan');
    const x = g.input('x', 'parameter', 'f32', [2]);
    const y = g.where(
      g.constant(Uint8Array.of(1, 0), [2]),
      x,
      g.constant(Float32Array.of(Number.NaN, 3), [2]),
    );
    g.output('y', y);
    g.output('d', grad(g, g.reduceSum(y, [0]), [x])[0]!);
    const { outputs } = evaluate(g.build(), { x: [5, Number.NaN] });
    expect([...outputs.y!]).toEqual([5, 3]);
    expect([...outputs.d!]).toEqual([1, 0]);
  });
});

describe('matmul gradients match finite differences', () => {
  const cases = fc.record({
    m: fc.integer({ min: 1, max: 3 }),
    k: fc.integer({ min: 1, max: 3 }),
    n: fc.integer({ min: 1, max: 3 }),
    transA: fc.boolean(),
    transB: fc.boolean(),
    alpha: fc.constantFrom(1, -0.5),
    batch: pairs,
  });
  it('for all flags, sizes and batch broadcasting', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 1000 }), (c, seed) => {
        const [batchA, batchB] = c.batch;
        const a = [...batchA, ...(c.transA ? [c.k, c.m] : [c.m, c.k])];
        const b = [...batchB, ...(c.transB ? [c.n, c.k] : [c.k, c.n])];
        const { transA, transB, alpha } = c;
        const error = gradientError([make(seed, a), make(seed + 0.5, b)], (g, x, y) =>
          g.matmul(x!, y!, { transA, transB, alpha }),
        );
        expect(error).toBeLessThan(TOLERANCE);
      }),
      { numRuns: 80 },
    );
  });

  it('makes one product, not one for each repetition, for a weight shared along batch axes', () => {
    const g = new Graph('shared');
    const x = g.input('x', 'data', 'f32', [2, 5, 3, 4]);
    const w = g.input('w', 'parameter', 'f32', [2, 1, 4, 6]);
    const loss = g.reduceSum(g.square(g.matmul(x, w)), [0, 1, 2, 3]);
    g.output('dw', grad(g, loss, [w])[0]!);
    const products = g.build().ops.filter((op) => op.spec.kind === 'matmul');
    expect(products).toHaveLength(2);
    expect(g.tensor(products[1]!.outputs[0]!).shape).toEqual([2, 4, 6]);
  });
});

describe('reduction and row gradients match finite differences', () => {
  const reduced = rows.chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      axes: fc.subarray([...shape.keys()], { minLength: 1 }),
      keepDims: fc.boolean(),
    }),
  );
  it.each(['reduceSum', 'reduceMean', 'reduceMax'] as const)('%s', (kind) => {
    checkAll(reduced, ({ shape, axes, keepDims }, seed) =>
      gradientError([make(seed, shape)], (g, x) => g[kind](x!, axes, { keepDims })),
    );
  });

  it('a reduction used again at full size', () => {
    checkAll(reduced, ({ shape, axes }, seed) =>
      gradientError([make(seed, shape)], (g, x) =>
        g.mul(x!, g.reduceMean(g.square(x!), axes, { keepDims: true })),
      ),
    );
  });

  it.each(['softmax', 'logSoftmax'] as const)('%s', (kind) => {
    checkAll(rows, (shape, seed) => gradientError([make(seed, shape)], (g, x) => g[kind](x!)));
  });

  it('cotangents that are constant along a row', () => {
    checkAll(rows, (shape, seed) =>
      gradientError([make(seed, shape)], (g, x) =>
        g.add(g.reduceSum(g.logSoftmax(x!), [-1]), g.reduceSum(g.softmax(x!), [-1])),
      ),
    );
    checkAll(rows, (shape, seed) =>
      gradientError([make(seed, [...shape, 3])], (g, x) => g.reduceSum(g.layerNorm(x!).xhat, [-1])),
    );
  });

  it('layerNorm', () => {
    const wide = rows.map((shape) => [...shape.slice(0, -1), (shape.at(-1) ?? 0) + 2]);
    // Epsilon keeps nearly constant rows smooth enough for finite differences.
    checkAll(wide, (shape, seed) => gradientError([make(seed, shape)], (g, x) => g.layerNorm(x!, 0.1).xhat));
  });

  it("layerNorm's second output is refused as a source of gradients, and allowed behind stopGradient", () => {
    const g = new Graph('inv');
    const x = g.input('x', 'parameter', 'f32', [2, 3]);
    const { invStd } = g.layerNorm(x);
    const loss = (t: Tensor): Tensor => g.reduceSum(t, [0, 1]);
    expect(() => grad(g, loss(invStd), [x])).toThrow(/stopGradient/);
    expect(() => grad(g, loss(g.stopGradient(invStd)), [x])).not.toThrow();
  });
});

describe('gradients of rows by number match finite differences', () => {
  it('gather and scatterAdd, with repeated ids', () => {
    const ids0 = Int32Array.of(2, 0, 2, 1, 2, 2);
    const gatherError = gradientError([make(1, [3, 2])], (g, t) =>
      g.gather(t!, g.constant(ids0, [2, 3]), { batchDims: 0 }),
    );
    const gatherBatched = gradientError([make(2, [2, 3, 2, 2])], (g, t) =>
      g.gather(t!, g.constant(ids0, [2, 3]), { batchDims: 1 }),
    );
    const scatter = gradientError([make(3, [2, 3, 2])], (g, u) =>
      g.scatterAdd(g.constant(ids0, [2, 3]), u!, { rows: 4 }),
    );
    const scatterBatched = gradientError([make(4, [2, 3])], (g, u) =>
      g.scatterAdd(g.constant(ids0, [2, 3]), u!, { rows: 3, batchDims: 1 }),
    );
    for (const error of [gatherError, gatherBatched, scatter, scatterBatched])
      expect(error).toBeLessThan(TOLERANCE);
  });

  it('scatterRows', () => {
    const error = gradientError([make(1, [2, 4, 3]), make(2, [2, 2, 3])], (g, table, update) =>
      g.scatterRows(table!, g.constant(Int32Array.of(3, 1, 0, 2), [2, 2]), update!),
    );
    expect(error).toBeLessThan(TOLERANCE);
  });

  it('takeAlong', () => {
    const error = gradientError([make(1, [2, 2, 3])], (g, x) =>
      g.takeAlong(x!, g.constant(Int32Array.of(2, 0, 1, 1), [2, 2])),
    );
    expect(error).toBeLessThan(TOLERANCE);
  });
});

describe('layout gradients match finite differences', () => {
  it('transpose, reshape, broadcast, cast and stopGradient', () => {
    checkAll(rows, (shape, seed) =>
      gradientError([make(seed, shape)], (g, x) => {
        const turned = g.transpose(x!, [...shape.keys()].reverse());
        const flat = g.reshape(g.mul(turned, turned), [sizeOf(shape)]);
        return g.broadcast(g.cast(flat, 'f32'), [2, sizeOf(shape)]);
      }),
    );
    const g = new Graph('stop');
    const x = g.input('x', 'parameter', 'f32', [2]);
    g.output('d', grad(g, g.reduceSum(g.mul(x, g.stopGradient(x)), [0]), [x])[0]!);
    expect([...evaluate(g.build(), { x: [3, 4] }).outputs.d!]).toEqual([3, 4]);
  });

  it('reshape of cotangents that are constant along some axes', () => {
    checkAll(fc.constantFrom([0], [1], [2], [0, 1], [1, 2], [0, 2], [0, 1, 2]), (axes, seed) =>
      gradientError([make(seed, [12])], (g, x) => g.reduceSum(g.reshape(g.square(x!), [2, 3, 2]), axes)),
    );
    checkAll(fc.constantFrom([0], [1], [0, 1]), (axes, seed) =>
      gradientError([make(seed, [2, 3, 2, 1])], (g, x) =>
        g.reduceMean(g.reshape(g.square(x!), [6, 2]), axes),
      ),
    );
  });

  it('concat and slice, of one and of several axes, overlapping and with gaps', () => {
    const error = gradientError([make(1, [3, 6]), make(2, [3, 1])], (g, x, y) => {
      const parts = [
        g.sliceAxis(x!, 1, 0, 2),
        g.sliceAxis(x!, 1, 3, 5),
        g.sliceAxis(x!, 1, 1, 4),
        g.slice(g.concat([x!, x!], 0), [0, 2], [3, 4]),
        y!,
      ];
      const rowsOfX = g.sliceAxis(x!, 0, 1, 2);
      return g.add(g.concat(parts, 1), g.reduceSum(rowsOfX, [0, 1]));
    });
    expect(error).toBeLessThan(TOLERANCE);
  });

  it('joins the pieces of a split by one concat and no addition', () => {
    const g = new Graph('split');
    const x = g.input('x', 'parameter', 'f32', [2, 6]);
    const [q, k, v] = [0, 2, 4].map((start) => g.sliceAxis(x, 1, start, start + 2));
    const before = g.ops().length;
    grad(g, g.reduceSum(g.mul(g.mul(q!, k!), v!), [0, 1]), [x]);
    const kinds = g
      .ops()
      .slice(before)
      .map((op) => op.spec.kind);
    expect(kinds.filter((kind) => kind === 'concat')).toHaveLength(1);
    expect(kinds).not.toContain('add');
  });
});

describe('grad', () => {
  it('gives zeros for what the loss does not depend on, and sums a vector loss', () => {
    const g = new Graph('zeros');
    const x = g.input('x', 'parameter', 'f32', [2, 2]);
    const unused = g.input('unused', 'parameter', 'f32', [3]);
    const [dx, dUnused] = grad(g, g.reduceSum(g.mul(x, 3), [1]), [x, unused]);
    g.output('dx', dx!);
    g.output('dUnused', dUnused!);
    const { outputs } = evaluate(g.build(), { x: [1, 2, 3, 4], unused: [1, 1, 1] });
    expect([...outputs.dx!]).toEqual([3, 3, 3, 3]);
    expect([...outputs.dUnused!]).toEqual([0, 0, 0]);
  });

  it('differentiates with respect to an intermediate value and its ancestor at once', () => {
    const g = new Graph('middle');
    const x = g.input('x', 'parameter', 'f32', [2]);
    const y = g.square(x);
    const [dx, dy] = grad(g, g.reduceSum(g.mul(y, 5), [0]), [x, y]);
    g.output('dx', dx!);
    g.output('dy', dy!);
    const { outputs } = evaluate(g.build(), { x: [3, 4] });
    expect([...outputs.dx!]).toEqual([30, 40]);
    expect([...outputs.dy!]).toEqual([5, 5]);
  });

  it('refuses a loss that is a matrix or not f32', () => {
    const g = new Graph('bad');
    const x = g.input('x', 'parameter', 'f32', [2, 2]);
    expect(() => grad(g, x, [x])).toThrow(/sum it first/);
    expect(() => grad(g, g.argMax(x), [x])).toThrow(/f32/);
  });

  it('marks gradients with the source of what they differentiate', () => {
    const g = new Graph('source');
    const x = g.input('x', 'parameter', 'f32', [2]);
    const y = g.scope('h.0', () => g.scope('mlp', () => g.tanh(x)));
    const before = g.ops().length;
    grad(g, g.reduceSum(y, [0]), [x]);
    expect(
      g
        .ops()
        .slice(before)
        .some((op) => op.source === 'h.0.mlp'),
    ).toBe(true);
  });
});
