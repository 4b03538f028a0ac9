import { normalize } from './normalize.ts';
import type { SwarmDocument } from './schema.ts';

/**
 * The canonical text of a document: its normal form, two spaces, a newline at the end. Documents that mean the same
 * give the same text, so that files diff well. Never throws, so that an unfinished document can always be kept.
 */
export function serialize(document: SwarmDocument): string {
  return `${JSON.stringify(normalize(document), null, 2)}\n`;
}
