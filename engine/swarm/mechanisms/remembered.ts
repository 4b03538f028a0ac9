import type { z } from 'zod';
import { ShuuraiError } from '#engine/core/errors.ts';
import type { StoredTensor } from '#engine/runs/types.ts';
import { t } from '../../core/text.ts';

const misfit = (owner: string): ShuuraiError =>
  new ShuuraiError(
    'conflict',
    t`What "${owner}" remembers in the checkpoint does not fit it: the checkpoint was written by another version or belongs to another document. Start the run anew.`,
  );

/** What a mechanism remembered, checked; `owner`: its node. Throws ShuuraiError `conflict`. */
export function readMemory<Schema extends z.ZodType>(
  schema: Schema,
  memory: unknown,
  owner: string,
): z.output<Schema> {
  const parsed = schema.safeParse(memory);
  if (!parsed.success) throw misfit(owner);
  return parsed.data;
}

/** A copy of one tensor a mechanism remembered. Throws `conflict` where there is none of this name. */
export function readTensor(tensors: readonly StoredTensor[], name: string, owner: string): Float32Array {
  const found = tensors.find((tensor) => tensor.name === name);
  if (found?.dtype !== 'f32') throw misfit(owner);
  return Float32Array.from(found.data);
}
