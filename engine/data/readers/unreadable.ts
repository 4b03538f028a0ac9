import { ShuuraiError } from '../../core/errors.ts';
import { formatNumber, t } from '../../core/text.ts';

/** The error for data that cannot be used; `file` is named in its details for machines. */
export function unreadable(message: string, file?: string, cause?: unknown): ShuuraiError {
  return new ShuuraiError('data-unreadable', message, {
    ...(file === undefined ? {} : { details: { file } }),
    ...(cause === undefined ? {} : { cause }),
  });
}

/** The same, where a parameter of the dataset node says how to read the file and does not fit it. */
export const unreadableAs = (param: string, message: string, file: string): ShuuraiError =>
  new ShuuraiError('data-unreadable', message, { details: { file, param } });

/** A value from a file as it may stand in a message: quoted, on one line, not endless. */
function quote(value: string): string {
  // Control characters from a hostile file must not reach a terminal.
  const line = value.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return `"${line.length > 60 ? `${line.slice(0, 57)}...` : line}"`;
}

/** At most `limit` values in a sentence: `"a", "b" and 3 more`. */
export function listOf(values: readonly string[], limit = 8): string {
  const shown = values.slice(0, limit).map(quote);
  if (values.length > limit) return t`${shown.join(', ')} and ${formatNumber(values.length - limit)} more`;
  if (shown.length < 2) return shown.join('');
  return t`${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
