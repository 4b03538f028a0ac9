import { encodeClassified, type TokenRows } from './encodeRows.ts';
import { BEGIN } from './tokenizers/vocabulary.ts';
import type { PreparedData } from './types.ts';

/** What encoding needs to know; a stored run can supply it without its data. */
export type Encoding = Pick<PreparedData, 'task' | 'labels' | 'tokenizer' | 'context'>;

/**
 * Texts as a model reads them: [texts, columns] tokens and their lengths. Classification: columns = context, the
 * beginning of the text is kept. Language modelling: columns = context - 1 (the model's own context, there is no
 * target), `<bos>` and the end of the text are kept, so that the model continues it.
 */
export function encodeTexts(encoding: Encoding, texts: readonly string[]): TokenRows & { columns: number } {
  const { task, tokenizer, context } = encoding;
  if (task === 'classification') return { ...encodeClassified(tokenizer, texts, context), columns: context };
  const columns = context - 1;
  const tokens = new Int32Array(texts.length * columns);
  const lengths = new Int32Array(texts.length);
  let cut = 0;
  texts.forEach((text, row) => {
    const all = [BEGIN, ...tokenizer.encode(text)];
    const kept = all.slice(-columns);
    if (kept.length < all.length) cut += 1;
    tokens.set(kept, row * columns);
    lengths[row] = kept.length;
  });
  return { size: texts.length, tokens, lengths, cut, columns };
}
