import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Graph, type Tensor } from '../builder.ts';
import { costOf } from '../cost.ts';
import { grad } from '../grad.ts';
import { gradientError } from '../gradientError.testing.ts';
import type { OpKind, Program } from '../ir.ts';
import { printProgram } from '../printProgram.ts';
import { evaluate } from '../reference.ts';
import { sizeOf } from '../shape.ts';
import { foldConstants } from './foldConstants.ts';
import { optimize } from './optimize.ts';
import { removeDeadCode } from './removeDeadCode.ts';
import { shareCommonSubexpressions } from './shareCommonSubexpressions.ts';
import { simplify } from './simplify.ts';

function programOf(body: (g: Graph, x: Tensor, y: Tensor) => Tensor): Program {
  const g = new Graph('test');
  const x = g.input('x', 'data', 'f32', [2, 3]);
  const y = g.input('y', 'data', 'f32', [3, 3]);
  g.output('z', body(g, x, y));
  return g.build();
}

/** Kinds of the operations other than constants. */
function kinds(program: Program): OpKind[] {
  return program.ops.map((op) => op.spec.kind).filter((kind) => kind !== 'constant');
}

const x = [1.5, -2, 3, 0.25, 5, -6];
const y = [1, 2, -3, 4, 0.5, 6, -7, 8, 9];

function close(a: ArrayLike<number>, b: ArrayLike<number>): void {
  expect(a.length).toBe(b.length);
  for (let i = 0; i < a.length; i++) expect(a[i]).toBeCloseTo(b[i]!, 5);
}

/** The optimised program's kinds, after checking that it gives the same result. */
function optimised(body: (g: Graph, x: Tensor, y: Tensor) => Tensor): OpKind[] {
  const program = programOf(body);
  const after = optimize(program);
  close(evaluate(after, { x, y }).outputs.z!, evaluate(program, { x, y }).outputs.z!);
  return kinds(after);
}

describe('simplify', () => {
  it.each<[string, (g: Graph, x: Tensor, y: Tensor) => Tensor, OpKind[]]>([
    ['x * 1 + 0 - 0, / 1', (g, x) => g.tanh(g.div(g.sub(g.add(0, g.mul(1, x)), 0), 1)), ['tanh']],
    ['ones of the same shape', (g, x) => g.tanh(g.mul(x, g.fill(1, [2, 3]))), ['tanh']],
    ['double negation', (g, x) => g.tanh(g.neg(g.neg(x))), ['tanh']],
    ['a + -b', (g, x) => g.add(x, g.neg(g.tanh(x))), ['tanh', 'sub']],
    ['a - -b', (g, x) => g.sub(x, g.neg(g.tanh(x))), ['tanh', 'add']],
    ['-a + b', (g, x) => g.add(g.neg(g.tanh(x)), x), ['tanh', 'sub']],
    ['factors of factors', (g, x) => g.mul(g.neg(g.mul(g.mul(x, 2), 3)), 4), ['mul']],
    ['a factor into a matrix product', (g, x, y) => g.mul(g.matmul(x, y), 0.5), ['matmul']],
    ['a factor out of operands', (g, x, y) => g.matmul(g.mul(x, 0.5), g.neg(y)), ['matmul']],
    [
      'a factor past an elementwise product into a matrix product',
      (g, x, y) => g.mul(g.mul(g.matmul(x, y), g.tanh(x)), 3),
      ['tanh', 'matmul', 'mul'],
    ],
    ['reshapes', (g, x) => g.tanh(g.reshape(g.reshape(g.reshape(x, [6]), [3, 2]), [2, 3])), ['tanh']],
    ['transpositions', (g, x) => g.tanh(g.transpose(g.transpose(x, [1, 0]), [1, 0])), ['tanh']],
    ['transposition into the flag', (g, x, y) => g.matmul(x, g.transpose(y, [1, 0])), ['matmul']],
    ['transposition of ones is a reshape', (g, x) => g.transpose(g.reshape(x, [1, 6]), [1, 0]), ['reshape']],
    [
      'broadcasts that the reader does',
      (g, x) => g.add(x, g.broadcast(g.reduceSum(x, [1], { keepDims: true }), [2, 3])),
      ['reduceSum', 'add'],
    ],
    [
      'a broadcast that the result needs stays',
      (g, x) => g.tanh(g.broadcast(g.reshape(x, [2, 3, 1]), [2, 3, 2])),
      ['reshape', 'broadcast', 'tanh'],
    ],
    ['a sum over nothing', (g, x) => g.reduceSum(g.reshape(g.tanh(x), [2, 1, 3]), [1]), ['tanh']],
    ['a factor behind a sum', (g, x) => g.reduceSum(g.mul(x, 2), [0, 1]), ['reduceSum', 'mul']],
    [
      'stopGradient, whole slices and single concats',
      (g, x) => g.tanh(g.stopGradient(g.concat([g.slice(x, [0, 0], [2, 3])], 0))),
      ['tanh'],
    ],
  ])('%s', (_name, body, expected) => {
    expect(optimised(body).toSorted()).toEqual(expected.toSorted());
  });

  it('leaves a matrix product alone that others read unscaled', () => {
    expect(
      optimised((g, a, b) => {
        const product = g.matmul(a, b);
        return g.add(g.mul(product, 2), g.tanh(product));
      }),
    ).toEqual(['matmul', 'mul', 'tanh', 'add']);
  });

  it('does not treat x * 0 as 0, which would hide a NaN', () => {
    const program = optimize(programOf((g, a) => g.mul(a, 0)));
    expect(evaluate(program, { x: [Number.NaN, 1, 1, 1, 1, 1], y }).outputs.z![0]).toBeNaN();
  });
});

describe('foldConstants', () => {
  it('computes what is known, and nothing else', () => {
    const program = foldConstants(programOf((g, a) => g.add(a, g.exp(g.add(g.scalar(1), 2)))));
    expect(kinds(program).filter((kind) => kind === 'add')).toHaveLength(1);
    close(
      evaluate(program, { x, y }).outputs.z!,
      x.map((v) => v + Math.exp(3)),
    );
  });

  it('does not store large broadcasts', () => {
    const g = new Graph('large');
    g.output('z', g.fill(0, [1024, 1024]));
    expect(kinds(optimize(g.build()))).toEqual(['broadcast']);
  });
});

describe('shareCommonSubexpressions', () => {
  it('computes equal things once, commuted operands and equal constants too', () => {
    const program = shareCommonSubexpressions(
      programOf((g, a, b) => {
        const first = g.add(g.matmul(a, b), g.constant(Float32Array.of(1, 2, 3), [3]));
        const second = g.add(g.constant(Float32Array.of(1, 2, 3), [3]), g.matmul(a, b));
        return g.mul(first, g.neg(second));
      }),
    );
    expect(kinds(program)).toEqual(['matmul', 'add', 'neg', 'mul']);
  });

  it('keeps apart what differs in attributes, order or the sign of zero', () => {
    const program = shareCommonSubexpressions(
      programOf((g, a, b) => {
        const parts = [
          g.sub(a, g.tanh(a)),
          g.sub(g.tanh(a), a),
          g.matmul(a, b),
          g.matmul(a, b, { transB: true }),
        ];
        const zeros = g.div(1, g.maximum(g.scalar(0), g.scalar(-0)));
        return parts.reduce((sum, part) => g.add(sum, part), g.mul(a, zeros));
      }),
    );
    expect(kinds(program).filter((kind) => kind === 'sub' || kind === 'matmul')).toHaveLength(4);
    expect(program.ops.filter((op) => op.spec.kind === 'constant' && op.spec.data[0] === 0)).toHaveLength(2);
  });
});

describe('removeDeadCode', () => {
  it('drops what nothing needs and keeps every input', () => {
    const program = programOf((g, a, b) => {
      g.exp(g.matmul(a, b));
      return g.tanh(a);
    });
    const after = removeDeadCode(program);
    expect(kinds(after)).toEqual(['tanh']);
    expect(after.inputs.map((input) => input.name)).toEqual(['x', 'y']);
  });

  it('keeps updates', () => {
    const g = new Graph('update');
    const p = g.input('p', 'parameter', 'f32', [2]);
    g.update('p', g.mul(p, 2));
    expect(evaluate(optimize(g.build()), { p: [1, 2] }).updates.p).toEqual(Float64Array.of(2, 4));
  });
});

describe('optimize', () => {
  it('returns the same object when there is nothing to do', () => {
    const program = optimize(programOf((g, a, b) => g.relu(g.matmul(a, b))));
    expect(optimize(program)).toBe(program);
  });

  it('changes no result of random programs', () => {
    const step = fc.record({
      kind: fc.constantFrom(
        'add',
        'mul',
        'sub',
        'neg',
        'scale',
        'one',
        'zero',
        'reshape',
        'transpose',
        'matmul',
        'sum',
        'broadcast',
        'tanh',
      ),
      from: fc.nat(20),
      other: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        const program = programOf((g, _x, square) => {
          const made: Tensor[] = [square];
          for (const { kind, from, other } of steps) {
            const [a, b] = [made[from % made.length]!, made[other % made.length]!];
            const next = {
              add: () => g.add(a, b),
              mul: () => g.mul(a, b),
              sub: () => g.sub(a, b),
              neg: () => g.neg(a),
              scale: () => g.mul(a, 0.5),
              one: () => g.mul(1, a),
              zero: () => g.add(a, 0),
              reshape: () => g.reshape(g.reshape(a, [9]), [3, 3]),
              transpose: () => g.transpose(a, [1, 0]),
              matmul: () => g.matmul(a, b, { transA: other % 2 === 0, alpha: 0.25 }),
              sum: () => g.broadcast(g.reduceSum(a, [0], { keepDims: true }), [3, 3]),
              broadcast: () => g.add(a, g.broadcast(g.scalar(0), [3, 3])),
              tanh: () => g.tanh(a),
            }[kind]();
            made.push(g.mul(next, g.scalar(0.5)));
          }
          return made.at(-1)!;
        });
        const inputs = { x, y: y.map((v) => v / 8) };
        const expected = evaluate(program, inputs).outputs.z!;
        for (const pass of [simplify, foldConstants, shareCommonSubexpressions, removeDeadCode, optimize]) {
          const actual = evaluate(pass(program), inputs).outputs.z!;
          actual.forEach((value, i) => {
            expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-5 * Math.max(1, Math.abs(expected[i]!)));
          });
        }
        expect(kinds(optimize(program)).length).toBeLessThanOrEqual(kinds(program).length);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps gradients right', () => {
    const data = (count: number): number[] => Array.from({ length: count }, (_, i) => Math.sin(i * 7.3 + 1));
    const error = gradientError(
      [
        { shape: [2, 4, 3], data: data(24) },
        { shape: [2, 3, 5], data: data(30) },
      ],
      (g, input, w) => g.logSoftmax(g.gelu(g.matmul(g.layerNorm(input!, 0.1).xhat, w!))),
      optimize,
    );
    expect(error).toBeLessThan(1e-5);
  });
});

describe('costOf and printProgram', () => {
  it('counts products, traffic, parameters and memory', () => {
    const g = new Graph('cost');
    const input = g.input('x', 'data', 'f32', [4, 8]);
    const w = g.input('w', 'parameter', 'f32', [8, 16]);
    const hidden = g.matmul(input, w); // [4, 16]
    g.output('y', g.reduceSum(g.reshape(g.relu(hidden), [64]), [0]));
    const cost = costOf(g.build());
    expect(cost.matmulFlops).toBe(2 * 4 * 8 * 16);
    expect(cost.flops).toBe(2 * 4 * 8 * 16 + 64 + 64);
    expect(cost.bytes).toBe(4 * (32 + 128 + 64 + 64 + 64 + 64 + 1));
    expect(cost.parameters).toBe(128);
    expect(cost.peakBytes).toBe(4 * (32 + 128 + 1 + 64 + 64));
  });

  it('prints programs that a person can read', () => {
    const g = new Graph('small');
    const input = g.input('x', 'data', 'f32', [4, 8]);
    const w = g.input('w', 'parameter', 'f32', [16, 8]);
    g.output(
      'y',
      g.scope('head', () => g.mul(g.matmul(input, w, { transB: true }), 2)),
    );
    g.update('w', g.neg(w));
    expect(printProgram(g.build())).toMatchInlineSnapshot(`
      "program "small"
        data x %0: f32[4, 8]
        parameter w %1: f32[16, 8]
        %2: f32[4, 16] = matmul(%0, %1) {transA: false, transB: true, alpha: 1}  # head
        %3: f32[] = constant() {2}  # head
        %4: f32[4, 16] = mul(%2, %3)  # head
        %5: f32[16, 8] = neg(%1)
        output y = %4
        update w <- %5"
    `);
  });
});

describe('gradients as the executor meets them', () => {
  it('cross-entropy and layer norm cost the passes they should', () => {
    const g = new Graph('passes');
    const h = g.input('h', 'parameter', 'f32', [2, 6, 4]);
    const w = g.input('w', 'parameter', 'f32', [2, 4, 5]);
    const targets = g.input('t', 'data', 'i32', [2, 6]);
    const logits = g.matmul(g.layerNorm(h).xhat, w);
    const nll = g.neg(g.takeAlong(g.logSoftmax(logits), targets));
    const loss = g.reduceMean(nll, [1]);
    const full = (program: Program): string[] =>
      program.ops
        .filter((op) => sizeOf(program.values[op.outputs[0]!]!.shape) >= 48)
        .map((op) => op.spec.kind);
    g.output('loss', loss);
    const forward = full(optimize(g.build()));
    grad(g, loss, [h, w]).forEach((d, i) => {
      g.output(`d${i}`, d);
    });
    const all = full(optimize(g.build()));
    expect(forward).toEqual(['layerNorm', 'matmul', 'logSoftmax']);
    // dlogits: exp, oneHot, sub (its scale is in the products' alpha); dh: mul, mul, sub, sub, mul.
    expect(all.slice(3).toSorted()).toEqual(
      ['exp', 'matmul', 'mul', 'mul', 'mul', 'oneHot', 'sub', 'sub', 'sub'].toSorted(),
    );
  });
});
