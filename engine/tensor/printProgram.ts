import type { OpSpec, Program, ValueId } from './ir.ts';
import { printShape, printValue } from './shape.ts';

/** The program as text, one line for each input, operation, output and update; for people and for test snapshots. */
export function printProgram(program: Program): string {
  const typed = (id: ValueId): string => {
    const info = program.values[id];
    return `%${id}: ${info ? printValue(info) : '?'}`;
  };
  return [
    `program "${program.name}"`,
    ...program.inputs.map((input) => `  ${input.role} ${input.name} ${typed(input.value)}`),
    ...program.ops.map((op) => {
      const left = op.outputs.map(typed).join(', ');
      const right = op.inputs.map((id) => `%${id}`).join(', ');
      const source = op.source === undefined ? '' : `  # ${op.source}`;
      return `  ${left} = ${op.spec.kind}(${right})${printAttributes(op.spec)}${source}`;
    }),
    ...program.outputs.map((output) => `  output ${output.name} = %${output.value}`),
    ...program.updates.map((update) => `  update ${update.input} <- %${update.output}`),
  ].join('\n');
}

/** More numbers of a constant are cut. */
const SHOWN = 8;

function printAttributes(spec: OpSpec): string {
  if (spec.kind === 'constant') {
    const numbers = Array.from(spec.data.subarray(0, SHOWN), String).join(', ');
    return ` {${numbers}${spec.data.length > SHOWN ? ', …' : ''}}`;
  }
  const attributes = Object.entries(spec).filter(([name]) => name !== 'kind');
  if (attributes.length === 0) return '';
  const print = (value: unknown): string => (Array.isArray(value) ? printShape(value) : String(value));
  return ` {${attributes.map(([name, value]) => `${name}: ${print(value)}`).join(', ')}}`;
}
