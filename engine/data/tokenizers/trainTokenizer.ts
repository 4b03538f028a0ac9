import { ShuuraiError } from '../../core/errors.ts';
import { t } from '../../core/text.ts';
import type { Tokenizer, TokenizerSettings } from '../types.ts';
import { byteTokenizer } from './bpeTokenizer.ts';
import { trainCharTokenizer } from './charTokenizer.ts';
import { trainBpeTokenizer } from './trainBpe.ts';
import { SPECIAL_COUNT } from './vocabulary.ts';
import { trainWordTokenizer } from './wordTokenizer.ts';

/** A tokenizer fitted to the texts (training rows only). Deterministic. */
export function trainTokenizer(texts: Iterable<string>, settings: TokenizerSettings): Tokenizer {
  if (settings.vocabSize <= SPECIAL_COUNT) {
    throw new ShuuraiError(
      'invalid-document',
      t`The vocabulary must hold more than its ${SPECIAL_COUNT} special tokens; vocabSize is ${settings.vocabSize}.`,
    );
  }
  switch (settings.kind) {
    case 'byte':
      return byteTokenizer(settings);
    case 'char':
      return trainCharTokenizer(texts, settings);
    case 'word':
      return trainWordTokenizer(texts, settings);
    case 'bpe':
      return trainBpeTokenizer(texts, settings);
  }
}
