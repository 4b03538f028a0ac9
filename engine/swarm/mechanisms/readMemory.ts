import type { z } from 'zod';
import { ShuuraiError } from '#engine/core/errors.ts';
import { t } from '../../core/text.ts';

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
    t`What "${owner}" remembers in the checkpoint does not fit it: the checkpoint was written by another version or belongs to another document. Start the run anew.`,
  );
}
