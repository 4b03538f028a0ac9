import { afterEach, expect, it } from 'vitest';
import { setLanguage, t } from '#engine/core/text.ts';
import { openFilters, saveFilters } from './fileFilters.ts';
import { speak } from './language.ts';

afterEach(() => setLanguage(null));

it('speaks as the page did last, else as the system wants, else English', async () => {
  const heard = () => t`Go back`;
  await speak(null, ['fr-FR', 'en-GB']);
  expect(heard()).toBe('Go back');
  await speak(null, ['de-AT', 'en']);
  expect(heard()).toBe('Zurück');
  await speak('en', ['de-DE']);
  expect(heard()).toBe('Go back');
  await speak('de', ['en-US']);
  expect(heard()).toBe('Zurück');
});

it('names the kinds of files in that language', async () => {
  await speak('de', []);
  expect(saveFilters().map(({ name }) => name)).toEqual(['Schwarm']);
  expect(openFilters()[0]?.extensions).toContain('png');
});
