import type { Shape } from '../../tensor/ir.ts';
import { type OpCase, opCase } from './opCase.ts';

export function matmulCases(): OpCase[] {
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
