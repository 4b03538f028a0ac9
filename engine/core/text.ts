/** The forms of a counted text, by plural category of the language (`Intl.PluralRules`). */
export type PluralForms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** A language: its texts by the English ones. `{0}`, `{1}` stand for what is put in, in the order of the English text. */
export interface Language {
  /** BCP 47. */
  readonly code: string;
  readonly texts: Readonly<Record<string, string | PluralForms>>;
  /** Nouns keep their capital letter within a sentence. */
  readonly capitalNouns?: boolean;
}

let language: Language | null = null;
let rules = new Intl.PluralRules('en');

/**
 * Chooses the language of every text made from now on; null is English. Call it before the modules that hold texts in
 * constants are loaded.
 */
export function setLanguage(chosen: Language | null): void {
  language = chosen;
  rules = new Intl.PluralRules(chosen?.code ?? 'en');
}

/** Null where that is English. */
export const languageInUse = (): Language | null => language;

/** BCP 47 code of the language in use. */
export const languageCode = (): string => language?.code ?? 'en';

/** A number as the language in use writes it; English: 1,234.5. */
export const formatNumber = (value: number, options?: Intl.NumberFormatOptions): string =>
  value.toLocaleString(languageCode(), options);

/** A label as it stands within a sentence: small in English, unchanged where nouns have capitals. */
export const withinSentence = (label: string): string =>
  language?.capitalNouns === true ? label : label.toLowerCase();

const keys = new WeakMap<TemplateStringsArray, string>();

function keyOf(strings: TemplateStringsArray): string {
  let key = keys.get(strings);
  if (key === undefined) {
    key = strings.reduce((text, part, index) => `${text}{${index - 1}}${part}`);
    keys.set(strings, key);
  }
  return key;
}

/** A text with its values put in. */
export const fillText = (pattern: string, values: readonly (string | number)[]): string =>
  pattern.replace(/\{(\d+)\}/g, (hole, index) => String(values[Number(index)] ?? hole));

/**
 * A text a person reads, in the language in use: `` t`Kill ${name}` ``. The English text is the key of the translation,
 * so it stands where it is used; `scripts/texts.ts` collects all of them. Without a translation it stays English.
 */
export function t(strings: TemplateStringsArray, ...values: (string | number)[]): string {
  const key = keyOf(strings);
  const found = language?.texts[key];
  return fillText(typeof found === 'string' ? found : key, values);
}

/**
 * A text about a number of things: `counted(n, '{0} node', '{0} nodes')`; `{0}` is the number, written with `format`.
 * Both texts must be literals, since they are the key (`one | other`) of the translation.
 */
export function counted(
  count: number,
  one: string,
  other: string,
  format: (count: number) => string = formatNumber,
): string {
  const found = language?.texts[`${one} | ${other}`];
  const pattern =
    typeof found === 'object' ? (found[rules.select(count)] ?? found.other) : count === 1 ? one : other;
  return fillText(pattern, [format(count)]);
}
