import type { Op, OpSpec, ValueId } from '../../../tensor/ir.ts';
import { sameShape } from '../emit/context.ts';
import { type ProgramEditor, withSpec } from './programEditor.ts';

interface Scaling {
  readonly op: Op;
  readonly from: ValueId;
  readonly to: ValueId;
  readonly factor: number;
}

/** `op` as to = factor * from, if it is that. */
function asScaling(editor: ProgramEditor, op: Op): Scaling | undefined {
  const [a, b] = op.inputs;
  const [to] = op.outputs;
  if (a === undefined || to === undefined) return undefined;
  const scaling = (from: ValueId, factor: number | undefined): Scaling | undefined => {
    if (factor === undefined || !Number.isFinite(factor) || factor === 0) return undefined;
    return sameShape(editor.info(from).shape, editor.info(to).shape) ? { op, from, to, factor } : undefined;
  };
  if (op.spec.kind === 'neg') return scaling(a, -1);
  if (b === undefined) return undefined;
  if (op.spec.kind === 'mul') return scaling(a, editor.scalar(b)) ?? scaling(b, editor.scalar(a));
  if (op.spec.kind === 'div') {
    const divisor = editor.scalar(b);
    return divisor === undefined ? undefined : scaling(a, 1 / divisor);
  }
  return undefined;
}

const scaled = (spec: OpSpec & { kind: 'matmul' }, factor: number): OpSpec => ({
  ...spec,
  alpha: spec.alpha * factor,
});

/** The scaling of a product that nobody else reads becomes the product's alpha. */
function intoProducer(editor: ProgramEditor, { op, from, to, factor }: Scaling): boolean {
  const product = editor.producer(from);
  if (product?.spec.kind !== 'matmul' || editor.isKept(from) || editor.consumers(from).length > 1)
    return false;
  const spec = scaled(product.spec, factor);
  // The product stays where it is, under the name of the scaled value.
  editor.replace(
    new Map([
      [product, [{ ...withSpec(product, spec), outputs: [to] }]],
      [op, []],
    ]),
  );
  return true;
}

/** A scaling that only products read becomes their alpha. */
function intoConsumers(editor: ProgramEditor, { op, from, to, factor }: Scaling): boolean {
  const readers = editor.consumers(to);
  if (editor.isKept(to) || readers.length === 0) return false;
  const replacements = new Map<Op, readonly Op[]>([[op, []]]);
  for (const reader of readers) {
    if (reader.spec.kind !== 'matmul') return false;
    const uses = reader.inputs.filter((value) => value === to).length;
    const inputs = reader.inputs.map((value) => (value === to ? from : value));
    replacements.set(reader, [withSpec(reader, scaled(reader.spec, factor ** uses), inputs)]);
  }
  editor.replace(replacements);
  return true;
}

/**
 * Multiplications by a constant next to a matrix product become its alpha, which costs nothing: each saves a pass
 * over the whole array.
 */
export function foldScalars(editor: ProgramEditor): void {
  for (const op of editor.ops) {
    const scaling = asScaling(editor, op);
    if (scaling !== undefined && !intoConsumers(editor, scaling)) intoProducer(editor, scaling);
  }
}
