import type { Shape } from '../../tensor/ir.ts';
import { type OpCase, type OperandCase, opCase } from './opCase.ts';

export function rowNumberCases(): OpCase[] {
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
