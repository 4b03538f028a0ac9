import { describe, expect, it } from 'vitest';
import { Graph, type Tensor } from '../../../tensor/builder.ts';
import { grad } from '../../../tensor/grad.ts';
import type { OpKind, Program } from '../../../tensor/ir.ts';
import { evaluate } from '../../../tensor/reference.ts';
import { expectClose } from '../../conformance/expectClose.ts';
import { numbers, randomData } from '../../conformance/randomData.ts';
import { depthFirst } from './depthFirst.ts';
import { flattenGathers } from './flattenGathers.ts';
import { foldScalars } from './foldScalars.ts';
import { ProgramEditor } from './programEditor.ts';
import { shareGelu } from './shareGelu.ts';
import { type TileSettings, tileLarge } from './tileLarge.ts';

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

describe('flattenGathers', () => {
  it("takes rows of each fish's table from one table", () => {
    const g = new Graph('rows');
    const table = g.input('table', 'parameter', 'f32', [3, 5, 2]);
    g.output('y', g.gather(table, g.constant(Int32Array.of(4, 0, 1, 1, 3, 2), [3, 2]), { batchDims: 1 }));
    const program = g.build();
    const flat = rewrite(program, flattenGathers);
    expectSame(program, flat);
    expect(flat.ops.some(({ spec }) => spec.kind === 'gather' && spec.batchDims === 1)).toBe(false);
  });
});

/** Two layers that normalise, attend and classify, with everything that a step of a swarm reads and writes. */
function attending(fish = 4): Program {
  const [texts, length, width, heads] = [4, 3, 4, 2];
  const g = new Graph('attending');
  const ids = g.input('ids', 'data', 'i32', [fish, texts * length]);
  const table = g.input('table', 'parameter', 'f32', [fish, 3, width]);
  const weight = g.input('weight', 'parameter', 'f32', [fish, width, width]);
  const head = g.input('head', 'parameter', 'f32', [fish, width, 2]);
  const shares = g.input('shares', 'data', 'f32', [fish, texts]);
  const mask = g.input('mask', 'data', 'f32', [fish * texts, 1, 1, length]);
  let x = g.gather(table, g.mod(ids, 3), { batchDims: 1 });
  const split = (y: Tensor): Tensor =>
    g.reshape(g.transpose(g.reshape(y, [fish * texts, length, width]), [0, 2, 1]), [
      fish * texts,
      heads,
      width / heads,
      length,
    ]);
  for (let layer = 0; layer < 2; layer++) {
    const parts = split(g.matmul(g.layerNorm(x, 1e-5).xhat, weight));
    const scores = g.softmax(g.add(g.matmul(parts, parts, { transA: true }), mask));
    const mixed = g.reshape(g.matmul(parts, scores, { transB: true }), [fish * texts, width, length]);
    x = g.add(x, g.reshape(g.transpose(mixed, [0, 2, 1]), [fish, texts * length, width]));
  }
  const pooled = g.reduceMean(g.reshape(x, [fish, texts, length, width]), [2]);
  const answers = g.logSoftmax(g.matmul(pooled, head));
  const targets = g.constant(new Int32Array(fish * texts).fill(1), [fish, texts]);
  const losses = g.reduceSum(g.mul(g.takeAlong(answers, targets), shares), [1]);
  const gradients = grad(g, g.reduceSum(losses, [0]), [table, weight, head]);
  const norm = g.sqrt(gradients.map((d) => g.reduceSum(g.square(d), [1, 2])).reduce((a, b) => g.add(a, b)));
  g.output('losses', losses);
  g.output('norm', norm);
  gradients.forEach((gradient, index) => {
    g.output(`gradient${index}`, g.div(gradient, g.reshape(norm, [fish, 1, 1])));
  });
  return g.build();
}

const sizes = (fish: number, rows: number): TileSettings => ({
  fish: { large: 40, tile: fish, operations: 1e6, productsOnly: false },
  rows: { large: 10, tile: rows, operations: 1e6, productsOnly: true },
});

describe('tileLarge', () => {
  it.each([
    ['gelu', sizes(96, 48), 2],
    ['relu', sizes(48, 24), 4],
    ['relu', sizes(48, 8), 4],
  ] as const)('computes a feed-forward layer of %s in tiles of %o', (activation, settings, tiles) => {
    const program = feedForward(activation);
    const tiled = rewrite(program, (editor) => {
      shareGelu(editor);
      foldScalars(editor);
      tileLarge(editor, settings);
    });
    expectSame(program, tiled);
    expectSame(program, depthFirst(tiled));
    // x up, (..) down, and the gradients of up, down, and of both their operands
    expect(count(tiled, 'matmul') % (tiles * 6)).toBe(0);
    expect(count(tiled, 'matmul')).toBeGreaterThanOrEqual(tiles * 6);
  });

  it.each([
    ['of some fish', sizes(96, 1000)],
    ['of one fish', sizes(48, 1000)],
    ['of some texts', sizes(48, 12)],
    ['as small as they get', sizes(1, 1)],
  ])('computes attention, loss and gradients in tiles %s', (_, settings) => {
    const program = attending();
    const tiled = rewrite(program, (editor) => {
      flattenGathers(editor);
      tileLarge(editor, settings);
    });
    expect(count(tiled, 'softmax')).toBeGreaterThan(count(program, 'softmax'));
    expectSame(program, tiled);
    expectSame(program, depthFirst(tiled));
  });

  it('leaves small values alone', () => {
    const program = attending();
    expect(rewrite(program, tileLarge).ops).toHaveLength(program.ops.length);
  });

  it('makes no more operations than allowed', () => {
    const program = attending(8);
    const few = { large: 40, tile: 1, operations: 2.5 * program.ops.length, productsOnly: false };
    const tiled = rewrite(program, (editor) => {
      flattenGathers(editor);
      tileLarge(editor, { fish: few, rows: few });
    });
    expectSame(program, tiled);
    expect(count(tiled, 'softmax')).toBe(2 * count(program, 'softmax'));
  });

  it('cuts a single fish by its texts', () => {
    const program = attending(1);
    const tiled = rewrite(program, (editor) => {
      flattenGathers(editor);
      tileLarge(editor, sizes(1000, 12));
    });
    expectSame(program, tiled);
    expect(count(tiled, 'softmax')).toBeGreaterThan(count(program, 'softmax'));
  });
});

describe('depthFirst', () => {
  it('finishes one tile before it begins the next', () => {
    const tiled = rewrite(attending(), (editor) => {
      flattenGathers(editor);
      tileLarge(editor, sizes(48, 1000));
    });
    const kinds = depthFirst(tiled, 16)
      .ops.map(({ spec }) => spec.kind)
      .filter((kind) => kind === 'softmax' || kind === 'logSoftmax');
    expect(kinds).toEqual(Array.from({ length: 4 }, () => ['softmax', 'softmax', 'logSoftmax']).flat());
  });
});
