import type { OpKind, OpSpec } from '../tensor/ir.ts';

/** The variant of OpSpec that has kind K. */
export type SpecOf<K extends OpKind> = OpSpec extends infer S
  ? S extends { readonly kind: infer Kinds }
    ? K extends Kinds
      ? Omit<S, 'kind'> & { readonly kind: K }
      : never
    : never
  : never;
