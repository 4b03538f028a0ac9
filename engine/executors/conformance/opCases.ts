import { Graph, type Tensor } from '../../tensor/builder.ts';
import type { DType, OpKind, Program, Shape, TensorData } from '../../tensor/ir.ts';
import { type DataRange, numbers, randomData } from './randomData.ts';

export interface OpCase {
  readonly title: string;
  readonly kind: OpKind;
  readonly program: Program;
  readonly inputs: Readonly<Record<string, TensorData>>;
}

export interface OperandCase extends DataRange {
  readonly dtype?: DType;
  readonly shape: Shape;
  /** Given values in place of random ones. */
  readonly data?: TensorData;
}

type Build = (g: Graph, ...operands: Tensor[]) => Tensor | readonly Tensor[];

/** A program of one operation on inputs `x0`, `x1`, ... and its data. */
export function opCase(kind: OpKind, what: string, operands: readonly OperandCase[], build: Build): OpCase {
  const shapes = operands.map(({ dtype = 'f32', shape }) => `${dtype}[${shape.join(',')}]`).join(' ');
  const title = `${kind}${what === '' ? '' : ` ${what}`} of ${shapes}`;
  const g = new Graph(title);
  const next = numbers(title.length * 7919);
  const inputs: Record<string, TensorData> = {};
  const tensors = operands.map(({ dtype = 'f32', shape, data, ...range }, index) => {
    inputs[`x${index}`] = data ?? randomData(dtype, shape, next, range);
    return g.input(`x${index}`, 'data', dtype, shape);
  });
  const built = build(g, ...tensors);
  const results = 'shape' in built ? [built] : built;
  results.forEach((result, index) => {
    g.output(`y${index}`, result);
  });
  return { title, kind, program: g.build(), inputs };
}

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

function elementwiseCases(): OpCase[] {
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

function matmulCases(): OpCase[] {
  const cases: OpCase[] = [];
  const batches: readonly (readonly [Shape, Shape])[] = [
    [[], []],
    [[3], [3]],
    [
      [2, 3],
      [2, 3],
    ],
    [[3], []],
    [[], [3]],
    [
      [2, 1],
      [1, 3],
    ],
    [[2, 3], [3]],
    [[1], [4]],
  ];
  for (const [a, b] of batches) {
    for (const [transA, transB] of [
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ] as const) {
      const [m, k, n] = [4, 5, 6];
      cases.push(
        opCase(
          'matmul',
          `${transA ? 'A^T' : 'A'} ${transB ? 'B^T' : 'B'}`,
          [
            { shape: [...a, ...(transA ? [k, m] : [m, k])] },
            { shape: [...b, ...(transB ? [n, k] : [k, n])] },
          ],
          (g, x, y) => g.matmul(x!, y!, { transA, transB, alpha: 0.5 }),
        ),
      );
    }
  }
  cases.push(
    opCase('matmul', 'of single rows', [{ shape: [2, 1, 8] }, { shape: [2, 8, 1] }], (g, x, y) =>
      g.matmul(x!, y!),
    ),
    opCase(
      'matmul',
      'large enough to be split',
      [{ shape: [4, 130, 67] }, { shape: [4, 67, 129] }],
      (g, x, y) => g.matmul(x!, y!),
    ),
  );
  return cases;
}

function rowCases(): OpCase[] {
  const cases: OpCase[] = [];
  const reductions: readonly (readonly [Shape, readonly number[]])[] = [
    [[5], [0]],
    [[3, 4], [0]],
    [[3, 4], [1]],
    [
      [3, 4],
      [0, 1],
    ],
    [[2, 3, 4, 5], [1]],
    [
      [2, 3, 4, 5],
      [0, 2],
    ],
    [
      [2, 3, 4, 5],
      [1, 2, 3],
    ],
    [
      [2, 3, 4, 5],
      [1, 3],
    ],
  ];
  for (const kind of ['reduceSum', 'reduceMean', 'reduceMax'] as const) {
    for (const [shape, axes] of reductions) {
      for (const keepDims of [false, true]) {
        cases.push(
          opCase(kind, `over ${axes.join(',')}${keepDims ? ' kept' : ''}`, [{ shape }], (g, x) =>
            g[kind](x!, axes, { keepDims }),
          ),
        );
      }
    }
  }
  for (const shape of [[6], [3, 5], [2, 3, 1], [2, 3, 4, 33]] as const) {
    cases.push(
      opCase('softmax', '', [{ shape }], (g, x) => g.softmax(x!)),
      opCase('logSoftmax', '', [{ shape }], (g, x) => g.logSoftmax(x!)),
      opCase('argMax', '', [{ shape }], (g, x) => g.argMax(x!)),
      opCase('layerNorm', '', [{ shape }], (g, x) => {
        const { xhat, invStd } = g.layerNorm(x!, 1e-3);
        return [xhat, invStd];
      }),
    );
  }
  const masked = Float32Array.of(1, -1e9, 2, -1e9, -1e9, -1e9, 500, 600, -600);
  cases.push(
    opCase('softmax', 'of masked and large logits', [{ shape: [3, 3], data: masked }], (g, x) =>
      g.softmax(x!),
    ),
    opCase('logSoftmax', 'of masked and large logits', [{ shape: [3, 3], data: masked }], (g, x) =>
      g.logSoftmax(x!),
    ),
    opCase(
      'argMax',
      'with ties',
      [{ shape: [3, 4], data: Float32Array.of(1, 3, 3, 0, 0, 0, 0, 0, -1, -2, -1, -1) }],
      (g, x) => g.argMax(x!),
    ),
    opCase('layerNorm', 'of a mean far from zero', [{ shape: [4, 64], low: 20, high: 22 }], (g, x) => [
      g.layerNorm(x!).xhat,
    ]),
  );
  return cases;
}

function rowNumberCases(): OpCase[] {
  const cases: OpCase[] = [];
  const ids = (shape: Shape, high: number): OperandCase => ({ dtype: 'i32', shape, low: 0, high });
  for (const idShape of [[], [6], [2, 3]] as const) {
    cases.push(
      opCase('gather', '', [{ shape: [9, 4] }, ids(idShape, 9)], (g, t, i) => g.gather(t!, i!)),
      opCase('gather', 'of numbers', [{ shape: [9] }, ids(idShape, 9)], (g, t, i) => g.gather(t!, i!)),
      opCase('gather', '', [{ dtype: 'i32', shape: [9, 2, 3] }, ids(idShape, 9)], (g, t, i) =>
        g.gather(t!, i!),
      ),
    );
  }
  for (const idShape of [[3], [3, 6], [3, 2, 5]] as const) {
    cases.push(
      opCase('gather', 'of each fish', [{ shape: [3, 9, 4] }, ids(idShape, 9)], (g, t, i) =>
        g.gather(t!, i!, { batchDims: 1 }),
      ),
      opCase('gather', 'of each fish', [{ shape: [3, 9] }, ids(idShape, 9)], (g, t, i) =>
        g.gather(t!, i!, { batchDims: 1 }),
      ),
      opCase('gather', 'of each fish', [{ shape: [3, 9, 2, 2] }, ids(idShape, 9)], (g, t, i) =>
        g.gather(t!, i!, { batchDims: 1 }),
      ),
    );
    for (const rows of [9, 200]) {
      cases.push(
        opCase(
          'scatterAdd',
          `to ${rows} rows of each fish`,
          [ids(idShape, 9), { shape: [...idShape, 4] }],
          (g, i, u) => g.scatterAdd(i!, u!, { rows, batchDims: 1 }),
        ),
        opCase(
          'scatterAdd',
          `to ${rows} rows of each fish`,
          [ids(idShape, 9), { shape: [...idShape, 2, 2] }],
          (g, i, u) => g.scatterAdd(i!, u!, { rows, batchDims: 1 }),
        ),
      );
    }
  }
  for (const rows of [9, 200]) {
    cases.push(
      opCase('scatterAdd', `to ${rows} rows`, [ids([2, 5], 9), { shape: [2, 5, 4] }], (g, i, u) =>
        g.scatterAdd(i!, u!, { rows }),
      ),
      opCase('scatterAdd', `to ${rows} numbers`, [ids([10], 9), { shape: [10] }], (g, i, u) =>
        g.scatterAdd(i!, u!, { rows }),
      ),
      opCase('scatterAdd', `of many to ${rows} rows`, [ids([4000], 3), { shape: [4000, 8] }], (g, i, u) =>
        g.scatterAdd(i!, u!, { rows }),
      ),
    );
  }
  cases.push(
    opCase(
      'scatterRows',
      '',
      [
        { shape: [2, 6, 3] },
        { dtype: 'i32', shape: [2, 3], data: Int32Array.of(4, 0, 5, 1, 3, 2) },
        { shape: [2, 3, 3] },
      ],
      (g, t, i, r) => g.scatterRows(t!, i!, r!),
    ),
    opCase('takeAlong', '', [{ shape: [7] }, ids([], 7)], (g, x, i) => g.takeAlong(x!, i!)),
    opCase('takeAlong', '', [{ shape: [5, 7] }, ids([5], 7)], (g, x, i) => g.takeAlong(x!, i!)),
    opCase('takeAlong', '', [{ shape: [2, 3, 7] }, ids([2, 3], 7)], (g, x, i) => g.takeAlong(x!, i!)),
    opCase('oneHot', '', [ids([], 4)], (g, i) => g.oneHot(i!, 4)),
    opCase('oneHot', '', [ids([3, 2], 4)], (g, i) => g.oneHot(i!, 4)),
  );
  return cases;
}

function layoutCases(): OpCase[] {
  const cases: OpCase[] = [];
  for (const dtype of ['f32', 'i32', 'bool'] as const) {
    cases.push(
      opCase('transpose', '', [{ dtype, shape: [3, 4] }], (g, x) => g.transpose(x!, [1, 0])),
      opCase('transpose', 'of nothing', [{ dtype, shape: [3, 4] }], (g, x) => g.transpose(x!, [0, 1])),
      opCase('transpose', '', [{ dtype, shape: [2, 3, 4, 5] }], (g, x) => g.transpose(x!, [0, 2, 1, 3])),
      opCase('transpose', '', [{ dtype, shape: [2, 3, 4, 5] }], (g, x) => g.transpose(x!, [3, 1, 0, 2])),
      opCase('reshape', '', [{ dtype, shape: [2, 3, 4] }], (g, x) => g.reshape(x!, [4, 6])),
      opCase('reshape', 'to one number', [{ dtype, shape: [1, 1] }], (g, x) => g.reshape(x!, [])),
      opCase('slice', '', [{ dtype, shape: [4, 5] }], (g, x) => g.slice(x!, [1, 0], [3, 5])),
      opCase('slice', '', [{ dtype, shape: [4, 5, 6] }], (g, x) => g.slice(x!, [0, 2, 1], [4, 4, 6])),
      opCase('slice', 'of everything', [{ dtype, shape: [4, 5] }], (g, x) => g.slice(x!, [0, 0], [4, 5])),
      opCase(
        'concat',
        '',
        [
          { dtype, shape: [2, 3] },
          { dtype, shape: [2, 4] },
        ],
        (g, x, y) => g.concat([x!, y!], 1),
      ),
      opCase(
        'concat',
        'of three',
        [
          { dtype, shape: [2, 3] },
          { dtype, shape: [1, 3] },
          { dtype, shape: [2, 3] },
        ],
        (g, x, y, z) => g.concat([x!, y!, z!], 0),
      ),
      opCase('concat', 'of one', [{ dtype, shape: [2, 3] }], (g, x) => g.concat([x!], 0)),
      opCase('broadcast', '', [{ dtype, shape: [3, 1] }], (g, x) => g.broadcast(x!, [2, 3, 4])),
      opCase('broadcast', '', [{ dtype, shape: [] }], (g, x) => g.broadcast(x!, [2, 3])),
      opCase('stopGradient', '', [{ dtype, shape: [3] }], (g, x) => g.stopGradient(x!)),
    );
    for (const to of ['f32', 'i32', 'bool'] as const) {
      if (to !== dtype)
        cases.push(opCase('cast', `to ${to}`, [{ dtype, shape: [3, 4] }], (g, x) => g.cast(x!, to)));
    }
  }
  cases.push(
    opCase('constant', '', [{ shape: [3] }], (g, x) => [
      g.add(x!, g.constant(Float32Array.of(1, 2, 3), [3])),
      g.constant(Int32Array.of(4, 5), [2]),
      g.constant(Uint8Array.of(1, 0), [2]),
    ]),
  );
  return cases;
}

/** Every operation of the IR, on many shapes and types. */
export function opCases(): OpCase[] {
  return [...elementwiseCases(), ...matmulCases(), ...rowCases(), ...rowNumberCases(), ...layoutCases()];
}
