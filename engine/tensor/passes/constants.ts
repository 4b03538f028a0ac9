import type { Graph, Tensor } from '../builder.ts';
import type { OpSpec } from '../ir.ts';

type ConstantSpec = Extract<OpSpec, { readonly kind: 'constant' }>;

export function constantOf(g: Graph, tensor: Tensor): ConstantSpec | null {
  const spec = g.producer(tensor)?.spec;
  return spec?.kind === 'constant' ? spec : null;
}

/** The number that an f32 or i32 constant holds everywhere, also behind a broadcast or reshape; null: not such a one. */
export function uniformConstant(g: Graph, tensor: Tensor): number | null {
  const op = g.producer(tensor);
  const [input] = op?.inputs ?? [];
  if ((op?.spec.kind === 'broadcast' || op?.spec.kind === 'reshape') && input !== undefined) {
    return uniformConstant(g, g.tensor(input));
  }
  const constant = constantOf(g, tensor);
  const first = constant?.data[0];
  if (constant === null || first === undefined) return null;
  // Only small constants are looked through: they are what helpers and gradient rules make.
  if (constant.data.length > 4096 || constant.data.some((value) => !Object.is(value, first))) return null;
  return first;
}
