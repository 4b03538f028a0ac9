import type { Op, Program, ValueId } from '../tensor/ir.ts';

/** The ids that an input may hold: 0 .. rows - 1, because an operation indexes that many rows with them. */
export interface IdBound {
  readonly rows: number;
  readonly kind: string;
  readonly source: string | undefined;
}

/** Operations that move ids without changing them or leaving any out. */
const MOVES = new Set(['reshape', 'transpose', 'broadcast', 'stopGradient', 'concat']);

function indexed(
  op: Op,
  program: Program,
): { ids: ValueId | undefined; rows: number | undefined } | undefined {
  const shapeOf = (position: number): readonly number[] =>
    program.values[op.inputs[position] ?? -1]?.shape ?? [];
  switch (op.spec.kind) {
    case 'gather':
      return { ids: op.inputs[1], rows: shapeOf(0)[op.spec.batchDims] };
    case 'scatterAdd':
      return { ids: op.inputs[0], rows: op.spec.rows };
    case 'scatterRows':
      return { ids: op.inputs[1], rows: shapeOf(0)[1] };
    case 'takeAlong':
      return { ids: op.inputs[1], rows: shapeOf(0).at(-1) };
    case 'oneHot':
      return { ids: op.inputs[0], rows: op.spec.depth };
    default:
      return undefined;
  }
}

/**
 * For every input whose elements are used as row numbers: how many rows there are. Checking it before a run gives
 * an error that names the input, and leaves onnxruntime no kernel that could fail half-way through the updates.
 */
export function idBounds(program: Program): ReadonlyMap<string, IdBound> {
  const producers = new Map<ValueId, Op>(program.ops.flatMap((op) => op.outputs.map((value) => [value, op])));
  const inputs = new Map(program.inputs.map((input) => [input.value, input.name]));
  const bounds = new Map<string, IdBound>();
  for (const op of program.ops) {
    const use = indexed(op, program);
    if (use?.ids === undefined || use.rows === undefined) continue;
    const pending = [use.ids];
    for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
      const name = inputs.get(value);
      const producer = producers.get(value);
      if (name !== undefined) {
        const known = bounds.get(name);
        if (known === undefined || use.rows < known.rows) {
          bounds.set(name, { rows: use.rows, kind: op.spec.kind, source: op.source });
        }
      } else if (producer !== undefined && MOVES.has(producer.spec.kind)) {
        pending.push(...producer.inputs);
      }
    }
  }
  return bounds;
}
