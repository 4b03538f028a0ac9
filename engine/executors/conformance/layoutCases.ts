import { type OpCase, opCase } from './opCase.ts';

export function layoutCases(): OpCase[] {
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
