import type { Op, Program, ValueId, ValueInfo } from './ir.ts';
import { definitionOf } from './registry.ts';
import { sizeOf } from './shape.ts';

export interface ProgramCost {
  /** Floating point operations of one call; a transcendental function counts as one. */
  readonly flops: number;
  /** The part of `flops` in matrix products, 2 m n k each (Golub & Van Loan, Matrix Computations, section 1.1). */
  readonly matmulFlops: number;
  /** Memory traffic of one call without fusion: each operation reads its inputs and writes its outputs once. */
  readonly bytes: number;
  /** Elements of the inputs whose role is `parameter`. */
  readonly parameters: number;
  /** Inputs and outputs, which are there for the whole call, and the most that is alive between them at any time. */
  readonly peakBytes: number;
}

const BYTES_PER_ELEMENT = { f32: 4, i32: 4, bool: 1 } as const;

function bytesOf(value: ValueInfo): number {
  return sizeOf(value.shape) * BYTES_PER_ELEMENT[value.dtype];
}

/** These give another name or shape to the same memory. */
function isView(op: Op): boolean {
  return op.spec.kind === 'reshape' || op.spec.kind === 'stopGradient';
}

/** What one call costs, from shapes alone. */
export function costOf(program: Program): ProgramCost {
  const info = (id: ValueId): ValueInfo => program.values[id] ?? { dtype: 'f32', shape: [] };
  let [flops, matmulFlops, bytes] = [0, 0, 0];
  for (const op of program.ops) {
    if (isView(op) || op.spec.kind === 'constant') continue;
    const [inputs, outputs] = [op.inputs.map(info), op.outputs.map(info)];
    const work = definitionOf(op.spec).flops(op.spec, inputs, outputs);
    flops += work;
    if (op.spec.kind === 'matmul') matmulFlops += work;
    bytes += trafficOf(op, inputs, outputs);
  }
  const parameters = program.inputs
    .filter((input) => input.role === 'parameter')
    .reduce((sum, input) => sum + sizeOf(info(input.value).shape), 0);
  return { flops, matmulFlops, bytes, parameters, peakBytes: peakBytes(program, info) };
}

function trafficOf(op: Op, inputs: readonly ValueInfo[], outputs: readonly ValueInfo[]): number {
  const written = outputs.reduce((sum, value) => sum + bytesOf(value), 0);
  const read = inputs.reduce((sum, value) => sum + bytesOf(value), 0);
  switch (op.spec.kind) {
    // Only the rows (elements) taken are read.
    case 'gather':
    case 'takeAlong':
      return 2 * written + bytesOf(inputs[1] ?? { dtype: 'i32', shape: [] });
    case 'slice':
      return 2 * written;
    // The table is changed in place.
    case 'scatterRows':
      return read - written + bytesOf(inputs[2] ?? { dtype: 'f32', shape: [] });
    default:
      return read + written;
  }
}

function peakBytes(program: Program, info: (id: ValueId) => ValueInfo): number {
  // A view keeps alive what it looks at.
  const root = new Map<ValueId, ValueId>();
  const rootOf = (id: ValueId): ValueId => root.get(id) ?? id;
  const lastUse = new Map<ValueId, number>();
  program.ops.forEach((op, index) => {
    const [first] = op.inputs;
    if (isView(op) && first !== undefined) for (const id of op.outputs) root.set(id, rootOf(first));
    for (const id of [...op.inputs, ...op.outputs]) lastUse.set(rootOf(id), index);
  });
  const ends = [...program.outputs.map((o) => o.value), ...program.updates.map((u) => u.output)].map(rootOf);
  const lasting = new Set([...program.inputs.map((input) => input.value), ...ends]);
  for (const op of program.ops) if (op.spec.kind === 'constant') for (const id of op.outputs) lasting.add(id);
  let base = 0;
  for (const id of lasting) base += bytesOf(info(id));
  let [alive, most] = [0, 0];
  program.ops.forEach((op, index) => {
    const own = op.outputs.filter((id) => !lasting.has(id) && rootOf(id) === id);
    for (const id of own) alive += bytesOf(info(id));
    most = Math.max(most, alive);
    for (const id of new Set([...op.inputs, ...op.outputs].map(rootOf))) {
      if (!lasting.has(id) && lastUse.get(id) === index) alive -= bytesOf(info(id));
    }
  });
  return base + most;
}
