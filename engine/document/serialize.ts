import { normalize } from './normalize.ts';
import type { SwarmDocument } from './schema.ts';

/**
 * The canonical text of a document: its normal form, two spaces, a newline at the end. Documents that mean the same
 * give the same text, so that files diff well. Never throws, so that an unfinished document can always be kept.
 * Where there are no comments the text says nothing of them, so that it reads as it did before there were any.
 */
export function serialize(document: SwarmDocument): string {
  const normal = normalize(document);
  const { comments, ...rest } = normal;
  const written = Object.keys(comments).length === 0 ? rest : normal;
  return `${JSON.stringify(written, null, 2)}\n`;
}
