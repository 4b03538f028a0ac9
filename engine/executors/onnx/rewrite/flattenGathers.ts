import type { Op } from '../../../tensor/ir.ts';
import type { ProgramEditor } from './programEditor.ts';

/**
 * Rows of N tables of `rows` rows each -> rows of the one table [N * rows, ...] that they make when flattened. One
 * small integer addition instead of a GatherND with batch_dims, which wants int64 and is slower.
 */
export function flattenGathers(editor: ProgramEditor): void {
  for (const op of editor.ops) {
    const [table, ids] = op.inputs;
    if (op.spec.kind !== 'gather' || op.spec.batchDims === 0 || table === undefined || ids === undefined)
      continue;
    const { dtype, shape } = editor.info(table);
    const [n = 1, rows = 1, ...row] = shape;
    const picks = editor.info(ids);
    const starts = Int32Array.from({ length: n }, (_, fish) => fish * rows);
    const startShape = picks.shape.map((_, axis) => (axis === 0 ? n : 1));
    const start = editor.newValue({ dtype: 'i32', shape: startShape });
    const flat = editor.newValue({ dtype, shape: [n * rows, ...row] });
    const flatIds = editor.newValue(picks);
    const at = op.source === undefined ? {} : { source: op.source };
    const replacement: Op[] = [
      { spec: { kind: 'reshape', shape: [n * rows, ...row] }, inputs: [table], outputs: [flat], ...at },
      {
        spec: { kind: 'constant', data: starts, dtype: 'i32', shape: startShape },
        inputs: [],
        outputs: [start],
      },
      { spec: { kind: 'add' }, inputs: [ids, start], outputs: [flatIds], ...at },
      { spec: { kind: 'gather', batchDims: 0 }, inputs: [flat, flatIds], outputs: op.outputs, ...at },
    ];
    editor.replace(new Map([[op, replacement]]));
  }
}
