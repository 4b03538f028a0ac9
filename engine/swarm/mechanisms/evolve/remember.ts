import type { z } from 'zod';
import { ShuuraiError } from '#engine/core/errors.ts';
import type { StoredTensor } from '#engine/runs/types.ts';
import { t } from '../../../core/text.ts';

const misfit = (): ShuuraiError =>
  new ShuuraiError(
    'conflict',
    t`The checkpoint does not fit the swarm: what its evolution remembered belongs to another document or version. Start the run anew.`,
  );

/** What a checkpoint remembers, checked. Throws `conflict`. */
export function readMemory<Schema extends z.ZodType>(schema: Schema, stored: unknown): z.output<Schema> {
  const parsed = schema.safeParse(stored);
  if (!parsed.success) throw misfit();
  return parsed.data;
}

/** A copy of one tensor of a checkpoint. Throws `conflict` where there is none of this name. */
export function readTensor(tensors: readonly StoredTensor[], name: string): Float32Array {
  const found = tensors.find((tensor) => tensor.name === name);
  if (found?.dtype !== 'f32') throw misfit();
  return Float32Array.from(found.data);
}
