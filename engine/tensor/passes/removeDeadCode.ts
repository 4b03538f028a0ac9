import type { Program } from '../ir.ts';
import { rebuild } from './rewrite.ts';

/** Leaves out operations on which no output and no update depends. Inputs stay: they are the program's interface. */
export function removeDeadCode(program: Program): Program {
  const live = new Set([
    ...program.outputs.map((output) => output.value),
    ...program.updates.map((update) => update.output),
  ]);
  for (const op of program.ops.toReversed()) {
    if (op.outputs.some((id) => live.has(id))) for (const id of op.inputs) live.add(id);
  }
  // An operation of which one output is used is kept whole.
  const ops = program.ops.filter((op) => op.outputs.some((id) => live.has(id)));
  return ops.length === program.ops.length ? program : rebuild({ ...program, ops }, () => null);
}
