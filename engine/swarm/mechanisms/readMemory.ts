import type { z } from 'zod';
import { ShuuraiError } from '#engine/core/errors.ts';

/** What a mechanism remembered, checked. Throws ShuuraiError `conflict`. */
export function readMemory<Schema extends z.ZodType>(
  schema: Schema,
  memory: unknown,
  owner: string,
): z.output<Schema> {
  const parsed = schema.safeParse(memory);
  if (parsed.success) return parsed.data;
  throw new ShuuraiError(
    'conflict',
    `What "${owner}" remembers in the checkpoint does not fit it: the checkpoint was written by another version or belongs to another document. Start the run anew.`,
  );
}
