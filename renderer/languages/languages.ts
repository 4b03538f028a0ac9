import type { Language, PluralForms } from '#engine/core/text.ts';
import type { CountedKey, TextKey } from './keys.ts';

/** A language with nothing missing: a text for every key, and no other. */
export interface CompleteLanguage extends Language {
  readonly texts: Readonly<Record<TextKey, string> & Record<CountedKey, PluralForms>>;
}

interface LanguageEntry {
  /** In the language itself. */
  readonly name: string;
  /** Null for English, whose texts stand in the sources. */
  readonly load: (() => Promise<CompleteLanguage>) | null;
}

export type LanguageCode = 'en' | 'de';

/** The languages there are. A new one is a file beside this one and one line here. */
export const LANGUAGES: Readonly<Record<LanguageCode, LanguageEntry>> = {
  en: { name: 'English', load: null },
  de: { name: 'Deutsch', load: async () => (await import('./de.ts')).german },
};

export const isLanguage = (code: string): code is LanguageCode => Object.hasOwn(LANGUAGES, code);

/** The first of the wanted languages (BCP 47) that there is; English otherwise. */
export function firstKnown(wanted: readonly string[]): LanguageCode {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(base)) return base;
  }
  return 'en';
}
