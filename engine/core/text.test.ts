import { afterEach, expect, test } from 'vitest';
import { counted, setLanguage, t } from './text.ts';

afterEach(() => setLanguage(null));

const german = {
  code: 'de',
  texts: {
    'Kill {0}': '{0} töten',
    '{0} of {1}': 'von {1}: {0}',
    '{0} node | {0} nodes': { one: '{0} Knoten', other: '{0} Knoten zusammen' },
  },
};

test('English texts stand as they are written', () => {
  expect(t`Kill ${'Fish 3'}`).toBe('Kill Fish 3');
  expect(counted(1, '{0} node', '{0} nodes')).toBe('1 node');
  expect(counted(1200, '{0} node', '{0} nodes')).toBe('1,200 nodes');
});

test('another language puts the values where its grammar wants them', () => {
  setLanguage(german);
  expect(t`Kill ${'Fish 3'}`).toBe('Fish 3 töten');
  expect(t`${2} of ${8}`).toBe('von 8: 2');
  expect(counted(1, '{0} node', '{0} nodes')).toBe('1 Knoten');
  expect(counted(2, '{0} node', '{0} nodes')).toBe('2 Knoten zusammen');
});

test('a text without a translation stays English, and a value is never taken for a pattern', () => {
  setLanguage(german);
  expect(t`Freeze ${'Fish {0}'}`).toBe('Freeze Fish {0}');
});
