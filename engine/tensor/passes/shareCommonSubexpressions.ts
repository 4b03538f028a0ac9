import type { Tensor } from '../builder.ts';
import type { Op, OpKind, OpSpec, Program } from '../ir.ts';
import { rewrite } from './rewrite.ts';

const COMMUTATIVE: ReadonlySet<OpKind> = new Set<OpKind>([
  'add',
  'mul',
  'maximum',
  'minimum',
  'equal',
  'and',
  'or',
]);

/** Computes equal operations on equal inputs once. Constants are equal if type, shape and every bit are. */
export function shareCommonSubexpressions(program: Program): Program {
  const known = new Map<string, readonly Tensor[]>();
  const identities = new Map<object, number>();
  const key = (op: Op, inputs: readonly Tensor[]): string => {
    const ids = inputs.map((input) => input.id);
    if (COMMUTATIVE.has(op.spec.kind)) ids.sort((a, b) => a - b);
    return `${specKey(op.spec, identities)} ${ids.join(' ')}`;
  };
  return rewrite(
    program,
    (_g, op, inputs) => known.get(key(op, inputs)) ?? null,
    (op, inputs, outputs) => {
      known.set(key(op, inputs), outputs);
    },
  );
}

/** Above this, constants are compared by the identity of their array only: reading them would cost more than it saves. */
const COMPARED_BYTES = 1 << 16;

function specKey(spec: OpSpec, identities: Map<object, number>): string {
  if (spec.kind !== 'constant') return JSON.stringify(spec);
  const { data } = spec;
  const head = `constant ${spec.dtype} ${spec.shape.join(',')}`;
  if (data.byteLength > COMPARED_BYTES) {
    const identity = identities.get(data) ?? identities.size;
    identities.set(data, identity);
    return `${head} #${identity}`;
  }
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return `${head} ${Buffer.from(bytes).toString('base64')}`;
}
