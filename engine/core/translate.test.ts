import { afterEach, beforeEach, expect, test } from 'vitest';
import { counted, setLanguage, t } from './text.ts';
import { translate } from './translate.ts';

const german = {
  code: 'de',
  texts: {
    Accuracy: 'Genauigkeit',
    prediction: 'Vorhersage',
    '"{0}" of {1} takes {2}, but {3} gives {4} there.': '{3} gibt dort {4}, „{0}“ von {1} nimmt aber {2}.',
    'The swarm stopped after {0}.': 'Der Schwarm hielt nach {0} an.',
    '{0} round | {0} rounds': { one: '{0} Runde', other: '{0} Runden' },
    '{0} of {1}': '{0} von {1}',
    'Line {0}: {1}': 'Zeile {0}: {1}',
    'A label is missing.': 'Eine Klasse fehlt.',
  },
};

beforeEach(() => setLanguage(null));
afterEach(() => setLanguage(null));

function made<T>(make: () => T): T {
  const text = make();
  setLanguage(german);
  return text;
}

test('a sentence made in English by another process is said again, with its values where they belong', () => {
  const text = made(
    () =>
      t`"${'Answer'}" of ${'"Goal"'} takes ${'prediction'}, but ${'"Data. 2"'} gives ${'examples'} there.`,
  );
  expect(translate(text)).toBe('"Data. 2" gibt dort examples, „Answer“ von "Goal" nimmt aber Vorhersage.');
});

test('counted things within it keep their number and their form', () => {
  expect(translate(made(() => t`The swarm stopped after ${counted(1200, '{0} round', '{0} rounds')}.`))).toBe(
    'Der Schwarm hielt nach 1.200 Runden an.',
  );
  expect(translate('1 round')).toBe('1 Runde');
});

test('several sentences and lines are said one by one', () => {
  setLanguage(german);
  expect(translate('A label is missing. The swarm stopped after 1 round.')).toBe(
    'Eine Klasse fehlt. Der Schwarm hielt nach 1 Runde an.',
  );
  expect(translate('A label is missing.\nspam')).toBe('Eine Klasse fehlt.\nspam');
});

test('what is not found stays, and short patterns do not swallow strange texts', () => {
  setLanguage(german);
  expect(translate('a matter of taste')).toBe('a matter of taste');
  expect(translate('Accuracy')).toBe('Genauigkeit');
  setLanguage(null);
  expect(translate('Accuracy')).toBe('Accuracy');
});
