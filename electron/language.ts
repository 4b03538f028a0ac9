import { languageCode, setLanguage } from '#engine/core/text.ts';
import { firstKnown, LANGUAGES } from '#renderer/languages/languages.ts';

/**
 * Loads the language of the dialogues of the main process: the one the page spoke last, or the first of those the system wants that
 * there is. A text made before is English.
 */
export async function speak(kept: string | null, wanted: readonly string[]): Promise<void> {
  const code = firstKnown(kept === null ? wanted : [kept]);
  if (code === languageCode()) return;
  setLanguage((await LANGUAGES[code].load?.()) ?? null);
}
