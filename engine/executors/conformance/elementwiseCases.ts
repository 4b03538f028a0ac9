import type { Shape } from '../../tensor/ir.ts';
import { type OpCase, type OperandCase, opCase } from './opCase.ts';

/** Pairs of shapes that broadcast, and shapes of their own. */
const PAIRS: readonly (readonly [Shape, Shape])[] = [
  [[], []],
  [[5], [5]],
  [[2, 3], []],
  [[2, 3], [3]],
  [
    [2, 1, 4],
    [3, 1],
  ],
  [
    [4, 1],
    [2, 1, 3],
  ],
  [
    [2, 3, 4, 5],
    [2, 1, 1, 5],
  ],
];
const SHAPES: readonly Shape[] = [[], [7], [3, 5], [2, 3, 4, 5]];

const special = Float32Array.of(Number.NaN, Infinity, -Infinity, 0, -0, 1, -1, 1e30, -1e30, 1e-30);

const unaryF32 = [
  'neg',
  'exp',
  'sqrt',
  'rsqrt',
  'square',
  'abs',
  'sign',
  'tanh',
  'erf',
  'sigmoid',
  'relu',
  'gelu',
  'log',
] as const;
const positive = new Set<string>(['sqrt', 'rsqrt', 'log']);
const binaryBoth = ['add', 'sub', 'mul', 'maximum', 'minimum', 'div'] as const;
const compare = ['less', 'lessEqual', 'greater', 'greaterEqual', 'equal'] as const;

export function elementwiseCases(): OpCase[] {
  const cases: OpCase[] = [];
  for (const kind of unaryF32) {
    const range = positive.has(kind) ? { low: 0.1, high: 4 } : { low: -4, high: 4 };
    for (const shape of SHAPES) cases.push(opCase(kind, '', [{ shape, ...range }], (g, x) => g[kind](x!)));
    cases.push(opCase(kind, 'special values', [{ shape: [10], data: special }], (g, x) => g[kind](x!)));
  }
  for (const kind of [...binaryBoth, ...compare]) {
    for (const [a, b] of PAIRS) {
      cases.push(opCase(kind, '', [{ shape: a }, { shape: b }], (g, x, y) => g[kind](x!, y!)));
    }
    if (kind !== 'div') {
      cases.push(
        opCase(
          kind,
          '',
          [
            { dtype: 'i32', shape: [3, 4], low: -4, high: 4 },
            { dtype: 'i32', shape: [4], low: -4, high: 4 },
          ],
          (g, x, y) => g[kind](x!, y!),
        ),
      );
    }
    cases.push(
      opCase(
        kind,
        'special values',
        [
          { shape: [10, 1], data: special },
          { shape: [10], data: special },
        ],
        (g, x, y) => g[kind](x!, y!),
      ),
    );
  }
  cases.push(
    opCase(
      'mod',
      '',
      [
        { dtype: 'i32', shape: [4, 5], low: -20, high: 20 },
        { dtype: 'i32', shape: [], data: Int32Array.of(7) },
      ],
      (g, x, y) => g.mod(x!, y!),
    ),
    opCase(
      'mod',
      'negative divisor',
      [
        { dtype: 'i32', shape: [4, 5], low: -20, high: 20 },
        { dtype: 'i32', shape: [5], data: Int32Array.of(-3, 4, -7, 2, 9) },
      ],
      (g, x, y) => g.mod(x!, y!),
    ),
  );
  for (const [a, b] of PAIRS) {
    const operands: OperandCase[] = [
      { dtype: 'bool', shape: a },
      { dtype: 'bool', shape: b },
    ];
    cases.push(
      opCase('and', '', operands, (g, x, y) => g.and(x!, y!)),
      opCase('or', '', operands, (g, x, y) => g.or(x!, y!)),
      opCase('where', '', [{ dtype: 'bool', shape: a }, { shape: b }, { shape: b }], (g, c, x, y) =>
        g.where(c!, x!, y!),
      ),
      opCase('where', '', [{ dtype: 'bool', shape: b }, { shape: a }, { shape: b }], (g, c, x, y) =>
        g.where(c!, x!, y!),
      ),
    );
  }
  cases.push(
    opCase(
      'where',
      '',
      [
        { dtype: 'bool', shape: [3, 1] },
        { dtype: 'i32', shape: [4] },
        { dtype: 'i32', shape: [3, 4] },
      ],
      (g, c, x, y) => g.where(c!, x!, y!),
    ),
  );
  cases.push(
    opCase('not', '', [{ dtype: 'bool', shape: [3, 4] }], (g, x) => g.not(x!)),
    opCase(
      'where',
      'keeps NaN of the side not chosen away',
      [
        { dtype: 'bool', shape: [4], data: Uint8Array.of(1, 0, 1, 0) },
        { shape: [4], data: Float32Array.of(1, Number.NaN, 3, Infinity) },
        { shape: [4], data: Float32Array.of(Number.NaN, 2, -Infinity, 4) },
      ],
      (g, c, x, y) => g.where(c!, x!, y!),
    ),
  );
  return cases;
}
