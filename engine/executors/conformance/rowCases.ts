import type { Shape } from '../../tensor/ir.ts';
import { type OpCase, opCase } from './opCase.ts';

export function rowCases(): OpCase[] {
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
