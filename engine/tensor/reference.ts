import { ShuuraiError } from '../core/errors.ts';
import type { Program, ValueId } from './ir.ts';
import type { RefArray } from './reference/array.ts';
import { evaluateOp } from './reference/evaluateOp.ts';
import { printValue, sizeOf } from './shape.ts';

export interface Evaluation {
  /** By output name. */
  readonly outputs: Readonly<Record<string, Float64Array>>;
  /** The next value of every updated input, by the input's name. */
  readonly updates: Readonly<Record<string, Float64Array>>;
}

/**
 * The ground truth: runs a program by plain loops in float64. Every input is given by name, whatever its role; bool
 * as 0 and 1. Throws where an input is missing or has the wrong length, and for ids outside their table.
 */
export function evaluate(program: Program, inputs: Readonly<Record<string, ArrayLike<number>>>): Evaluation {
  const values = new Map<ValueId, RefArray>();
  const lookUp = (id: ValueId): RefArray => {
    const value = values.get(id);
    if (!value)
      throw new ShuuraiError('internal', `The program "${program.name}" reads value ${id} too early.`);
    return value;
  };
  for (const { name, value } of program.inputs) {
    const info = program.values[value]!;
    const data = inputs[name];
    if (data?.length !== sizeOf(info.shape)) {
      throw new ShuuraiError(
        'internal',
        `The program "${program.name}" needs the input "${name}" as ${printValue(info)}, not ${data ? `${data.length} numbers` : 'nothing'}.`,
      );
    }
    values.set(value, { ...info, data: Float64Array.from(data) });
  }
  for (const op of program.ops) {
    const results = evaluateOp(op.spec, op.inputs.map(lookUp));
    op.outputs.forEach((id, i) => {
      values.set(id, results[i]!);
    });
  }
  return {
    outputs: Object.fromEntries(program.outputs.map(({ name, value }) => [name, lookUp(value).data])),
    updates: Object.fromEntries(program.updates.map(({ input, output }) => [input, lookUp(output).data])),
  };
}
