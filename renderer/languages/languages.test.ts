import { expect, test } from 'vitest';
import type { PluralForms } from '#engine/core/text.ts';
import { firstKnown, LANGUAGES } from './languages.ts';

const holes = (text: string): readonly string[] =>
  [...text.matchAll(/\{\d+\}/g)].map(([hole]) => hole).toSorted();
const formsOf = (text: string | PluralForms): readonly string[] =>
  typeof text === 'string' ? [text] : Object.values(text);

test.each(Object.entries(LANGUAGES))(
  '%s puts in what the English text puts in, and says something',
  async (code, { load }) => {
    const language = await load?.();
    if (language === undefined) return;
    expect(language.code).toBe(code);
    for (const [key, text] of Object.entries<string | PluralForms>(language.texts)) {
      for (const form of formsOf(text)) {
        expect(form.trim(), key).not.toBe('');
        const expected = typeof text === 'string' ? key : (key.split(' | ')[1] ?? '');
        // One thing may be said without its number.
        if (typeof text === 'string' || form.includes('{0}'))
          expect(holes(form), key).toEqual(holes(expected));
      }
    }
  },
);

test('the first language wanted that there is', () => {
  expect(firstKnown(['fr-CA', 'en-GB'])).toBe('en');
  expect(firstKnown(['fr', 'de-AT', 'en'])).toBe('de');
  expect(firstKnown(['ja'])).toBe('en');
  expect(firstKnown([])).toBe('en');
});
