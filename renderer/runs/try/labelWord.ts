import { t } from '#engine/core/text.ts';
import type { Prediction } from '#engine/protocol/api/answers.ts';

/** What tokens that are no text are called. */
const NAMED: Readonly<Record<string, string>> = {
  '<eos>': t`end of text`,
  '<bos>': t`beginning of text`,
  '<unk>': t`unknown word`,
  '<pad>': t`nothing`,
  ' ': t`space`,
  '\n': t`line break`,
};

const isLanguage = ({ continuation }: Prediction): boolean => continuation !== undefined;

/** An answer as it is shown by itself: a class, or a token, of which those that are no text have names. */
export function labelWord(prediction: Prediction, label: string): string {
  return isLanguage(prediction) ? (NAMED[label] ?? label) : label;
}

/** An answer as it stands in a sentence: tokens in quotation marks, since they may be any word or sign. */
export function labelInSentence(prediction: Prediction, label: string): string {
  return isLanguage(prediction) && NAMED[label] === undefined ? t`“${label}”` : labelWord(prediction, label);
}
