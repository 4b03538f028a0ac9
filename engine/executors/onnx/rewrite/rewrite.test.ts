import { describe, expect, it } from 'vitest';
import { Graph } from '../../../tensor/builder.ts';
import { grad } from '../../../tensor/grad.ts';
import type { OpKind, Program } from '../../../tensor/ir.ts';
import { evaluate } from '../../../tensor/reference.ts';
import { expectClose } from '../../conformance/expectClose.ts';
import { numbers, randomData } from '../../conformance/randomData.ts';
import { foldScalars } from './foldScalars.ts';
import { ProgramEditor } from './programEditor.ts';
import { shareGelu } from './shareGelu.ts';
import { tileLarge } from './tileLarge.ts';

/** A feed-forward layer of stacked fish with its gradients. */
function feedForward(activation: 'gelu' | 'relu', fish = 4): Program {
  const g = new Graph('feed-forward');
  const x = g.input('x', 'data', 'f32', [fish, 6, 3]);
  const up = g.input('up', 'parameter', 'f32', [fish, 3, 8]);
  const down = g.input('down', 'parameter', 'f32', [fish, 8, 3]);
  const scale = g.input('scale', 'control', 'f32', [fish, 1, 1]);
  const y = g.matmul(g[activation](g.mul(g.matmul(x, up), scale)), down);
  const loss = g.reduceSum(g.square(g.mul(y, 0.5)), [0, 1, 2]);
  const gradients = grad(g, loss, [x, up, down]);
  g.output('loss', loss);
  gradients.forEach((gradient, index) => {
    g.output(`gradient${index}`, gradient);
  });
  return g.build();
}

function expectSame(original: Program, rewritten: Program): void {
  const next = numbers(11);
  const inputs = Object.fromEntries(
    original.inputs.map(({ name, value }) => {
      const { dtype, shape } = original.values[value] ?? { dtype: 'f32', shape: [] };
      return [name, randomData(dtype, shape, next)];
    }),
  );
  const expected = evaluate(original, inputs).outputs;
  const actual = evaluate(rewritten, inputs).outputs;
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  // The reference computes in float64; the constants of both forms are float32.
  for (const [name, values] of Object.entries(expected)) expectClose(actual[name], values, name, 1e-6);
}

const count = (program: Program, kind: OpKind): number =>
  program.ops.filter((op) => op.spec.kind === kind).length;

function rewrite(program: Program, pass: (editor: ProgramEditor) => void): Program {
  const editor = new ProgramEditor(program);
  pass(editor);
  return editor.build();
}

describe('foldScalars', () => {
  it('makes factors next to a product its alpha', () => {
    const g = new Graph('scalars');
    const a = g.input('a', 'data', 'f32', [2, 3]);
    const b = g.input('b', 'data', 'f32', [3, 2]);
    const product = g.mul(g.matmul(g.mul(a, 3), g.neg(b)), 0.25);
    g.output('y', g.matmul(g.div(product, 8), g.div(product, 8)));
    const program = g.build();
    const folded = rewrite(program, foldScalars);
    expectSame(program, folded);
    expect(['mul', 'neg', 'div'].map((kind) => count(folded, kind as OpKind))).toEqual([0, 0, 0]);
  });

  it('keeps a factor that somebody else reads, or that is an output, a vector or infinite', () => {
    const g = new Graph('kept');
    const a = g.input('a', 'data', 'f32', [2, 2]);
    const product = g.matmul(a, a);
    g.output('twice', g.mul(product, 2));
    g.output('product', product);
    const seen = g.mul(a, 3);
    g.output('seen', g.exp(seen));
    g.output('square', g.matmul(seen, seen));
    g.output('wide', g.matmul(g.mul(g.constant(Float32Array.of(1, 2), [2]), a), a));
    g.output('infinite', g.mul(g.matmul(a, g.exp(a)), Infinity));
    const program = g.build();
    const folded = rewrite(program, foldScalars);
    expectSame(program, folded);
    expect(count(folded, 'mul')).toBe(count(program, 'mul'));
  });
});

describe('shareGelu', () => {
  it('computes gelu and its gradient from one erf', () => {
    const program = feedForward('gelu');
    const shared = rewrite(program, shareGelu);
    expectSame(program, shared);
    expect(count(shared, 'gelu')).toBe(0);
    expect(count(shared, 'erf')).toBe(1);
  });

  it('leaves a gelu without gradient alone', () => {
    const g = new Graph('forward');
    g.output('y', g.gelu(g.input('x', 'data', 'f32', [5])));
    expect(count(rewrite(g.build(), shareGelu), 'gelu')).toBe(1);
  });
});

describe('tileLarge', () => {
  it.each([
    ['gelu', { large: 100, tile: 50 }, 4],
    ['relu', { large: 100, tile: 100 }, 2],
    ['relu', { large: 100, tile: 1 }, 4],
  ] as const)('computes the hidden layer of %s in tiles of %o', (activation, sizes, tiles) => {
    const program = feedForward(activation);
    const tiled = rewrite(program, (editor) => {
      shareGelu(editor);
      foldScalars(editor);
      tileLarge(editor, sizes);
    });
    expectSame(program, tiled);
    // x up, (..) down, and the gradients of up, down, and of both their operands
    expect(count(tiled, 'matmul')).toBe(tiles * 6);
  });

  it('leaves small values and single fish alone', () => {
    const program = feedForward('relu');
    expect(rewrite(program, tileLarge).ops).toHaveLength(program.ops.length);
    const single = feedForward('relu', 1);
    const tiled = rewrite(single, (editor) => tileLarge(editor, { large: 10, tile: 1 }));
    expectSame(single, tiled);
  });
});
