/**
 * How text is cut before a vocabulary is applied. The patterns are written with Unicode properties instead of \s
 * and \w, so that JavaScript and the regular expressions of the `tokenizers` library (Oniguruma) read them alike.
 */

/**
 * English words in the manner of the Penn Treebank: "don't" is "do" and "n't", "it's" is "it" and "'s"; numbers
 * with their points; runs of dots, dashes, ! and ?; every other sign alone.
 */
export const WORD_PATTERN = [
  "[\\p{L}\\p{M}]+(?=[nN]['’][tT](?![\\p{L}\\p{M}]))",
  "[nN]['’][tT](?![\\p{L}\\p{M}])",
  "['’](?:[sS]|[tT]|[dD]|[mM]|[rR][eE]|[vV][eE]|[lL][lL])(?![\\p{L}\\p{M}])",
  '[\\p{L}\\p{M}]+',
  '\\p{N}+(?:[.,:]\\p{N}+)*',
  '[.]{2,}',
  '-{2,}',
  '[!?]+',
  '[^\\p{White_Space}\\p{L}\\p{M}\\p{N}]',
].join('|');

/** GPT-2's cut (Radford et al. 2019): nothing is lost, a blank belongs to the word after it. */
export const BPE_PATTERN = [
  "'(?:[sdmt]|ll|ve|re)",
  ' ?\\p{L}+',
  ' ?\\p{N}+',
  ' ?[^\\p{White_Space}\\p{L}\\p{N}]+',
  '\\p{White_Space}+(?!\\P{White_Space})',
  '\\p{White_Space}+',
].join('|');

export function pieces(text: string, pattern: RegExp): string[] {
  return text.match(pattern) ?? [];
}

export function wordRegExp(): RegExp {
  return new RegExp(WORD_PATTERN, 'gu');
}

export function bpeRegExp(): RegExp {
  return new RegExp(BPE_PATTERN, 'gu');
}
