import { ShuuraiError } from '../../core/errors.ts';
import { Graph, type Tensor } from '../builder.ts';
import type { Op, Program, ValueId } from '../ir.ts';

/**
 * What becomes of one operation: the values that stand for its outputs (made in `g`, or earlier ones), or null to keep
 * it. `inputs` are already the rewritten ones.
 */
export type RewriteRule = (g: Graph, op: Op, inputs: readonly Tensor[]) => readonly Tensor[] | null;

/** Told of every operation that was kept, with its new outputs. */
export type KeptObserver = (op: Op, inputs: readonly Tensor[], outputs: readonly Tensor[]) => void;

/** `rebuild`, but where the rule kept everything the same program object is returned. */
export function rewrite(program: Program, rule: RewriteRule, onKept?: KeptObserver): Program {
  let changed = false;
  const rebuilt = rebuild(
    program,
    (g, op, inputs) => {
      const replaced = rule(g, op, inputs);
      if (replaced) changed = true;
      return replaced;
    },
    onKept,
  );
  return changed ? rebuilt : program;
}

/**
 * Builds the program again, operation by operation, under a rule. Inputs, outputs and updates keep their names and
 * order; shapes are checked anew and values numbered anew.
 */
export function rebuild(program: Program, rule: RewriteRule, onKept?: KeptObserver): Program {
  const g = new Graph(program.name);
  const renamed = new Map<ValueId, Tensor>();
  const tensor = (id: ValueId): Tensor => {
    const found = renamed.get(id);
    if (found) return found;
    throw new ShuuraiError('internal', `A pass over "${program.name}" lost the value ${id}.`);
  };
  for (const input of program.inputs) {
    const info = program.values[input.value];
    if (info) renamed.set(input.value, g.input(input.name, input.role, info.dtype, info.shape));
  }
  for (const op of program.ops) {
    g.withSource(op.source, () => {
      const inputs = op.inputs.map(tensor);
      const replaced = rule(g, op, inputs);
      const outputs = replaced ?? g.apply(op.spec, inputs);
      if (!replaced) onKept?.(op, inputs, outputs);
      outputs.forEach((output, i) => {
        const id = op.outputs[i];
        if (id !== undefined) renamed.set(id, output);
      });
    });
  }
  for (const { name, value } of program.outputs) g.output(name, tensor(value));
  for (const { input, output } of program.updates) g.update(input, tensor(output));
  return g.build();
}
