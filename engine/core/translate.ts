import { fillText, languageInUse, type PluralForms } from './text.ts';

/** An English text with holes, as what it may have become: how to find it again, and what to say instead. */
interface Pattern {
  readonly match: RegExp;
  /** Numbers of the holes, in the order in which they stand. */
  readonly holes: readonly number[];
  readonly text: string | PluralForms;
  /** Letters outside the holes: the more, the surer. */
  readonly letters: number;
}

/** Texts with fewer letters of their own are found only where they stand alone. */
const LEAST_LETTERS = 8;
const MOST_NESTED = 3;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function patternOf(key: string, text: string | PluralForms, hole: string): Pattern {
  const parts = key.split(/\{(\d+)\}/);
  const source = parts.map((part, index) => (index % 2 === 0 ? escaped(part) : hole)).join('');
  const own = parts.filter((_, index) => index % 2 === 0).join('');
  return {
    match: new RegExp(`^${source}$`, 's'),
    holes: parts.filter((_, index) => index % 2 === 1).map(Number),
    text,
    letters: own.replaceAll(/\P{L}/gu, '').length,
  };
}

let patterns: { readonly of: object; readonly list: readonly Pattern[] } | null = null;

function patternsNow(texts: Readonly<Record<string, string | PluralForms>>): readonly Pattern[] {
  if (patterns?.of === texts) return patterns.list;
  const list = Object.entries(texts)
    .flatMap(([key, text]) =>
      typeof text === 'string'
        ? /\{\d+\}/.test(key)
          ? [patternOf(key, text, '(.+?)')]
          : []
        : key.split(' | ').map((form) => patternOf(form, text, '([\\d.,]+)')),
    )
    .filter(({ letters, text }) => letters >= LEAST_LETTERS || typeof text === 'object')
    .toSorted((a, b) => b.letters - a.letters);
  patterns = { of: texts, list };
  return list;
}

function found(text: string, depth: number): string | null {
  const language = languageInUse();
  if (language === null) return null;
  const whole = language.texts[text];
  if (typeof whole === 'string') return whole;
  if (depth > MOST_NESTED) return null;
  for (const pattern of patternsNow(language.texts)) {
    const match = pattern.match.exec(text);
    if (match === null) continue;
    const values: string[] = [];
    for (const [index, hole] of pattern.holes.entries()) {
      const inside = match[index + 1] ?? '';
      values[hole] = found(inside, depth + 1) ?? inside;
    }
    if (typeof pattern.text === 'string') return fillText(pattern.text, values);
    const count = Number((match[1] ?? '1').replaceAll(',', ''));
    const form = pattern.text[new Intl.PluralRules(language.code).select(count)] ?? pattern.text.other;
    return fillText(form, [count.toLocaleString(language.code)]);
  }
  return null;
}

/**
 * An English text that was made elsewhere (the engine's process, a template, the catalogue of metrics), in the language in
 * use: found again among the English texts, with what was put in. What is not found stays English.
 */
export function translate(text: string): string {
  if (languageInUse() === null || text === '') return text;
  const whole = found(text, 0);
  if (whole !== null) return whole;
  if (text.includes('\n')) return text.split('\n').map(translate).join('\n');
  // Several sentences, each made by itself: the longest beginning that is found, and the rest.
  const ends = [...text.matchAll(/[.:] (?=\p{Lu})/gu)].map(({ index }) => index + 1).toReversed();
  for (const end of ends) {
    const first = found(text.slice(0, end), 0);
    if (first !== null) return `${first} ${translate(text.slice(end + 1))}`;
  }
  return text;
}
