import { setLanguage } from '#engine/core/text.ts';
import { firstKnown, isLanguage, LANGUAGES, type LanguageCode } from './languages.ts';

const KEY = 'shuurai.language';

/** What a person chose; `system` follows the languages of the browser. */
export type LanguageChoice = LanguageCode | 'system';

export function languageChoice(): LanguageChoice {
  const kept = localStorage.getItem(KEY) ?? '';
  return isLanguage(kept) ? kept : 'system';
}

/** Texts are made when modules load, so that a new language begins with the next load of the page. */
export function keepLanguageChoice(choice: LanguageChoice): void {
  if (choice === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, choice);
}

/** Loads the language in force. Call it before any module that holds texts is loaded. */
export async function startLanguage(): Promise<void> {
  const choice = languageChoice();
  const code = choice === 'system' ? firstKnown(navigator.languages) : choice;
  const language = (await LANGUAGES[code].load?.()) ?? null;
  setLanguage(language);
  document.documentElement.lang = code;
  window.shuurai?.setLanguage(code);
}
