import { describe, expect, it } from 'vitest';
import { DOCUMENT_VERSION } from '../schema.ts';
import { MIGRATIONS } from './index.ts';
import { type Migration, migrate } from './migrate.ts';

/** An invented history: version 2 renamed a key, version 3 turned it into a list. */
const HISTORY: readonly Migration[] = [
  { from: 2, title: 'colours is a list', up: ({ colour, ...rest }) => ({ ...rest, colours: [colour] }) },
  { from: 1, title: 'color is spelt colour', up: ({ color, ...rest }) => ({ ...rest, colour: color }) },
];

describe('migrations', () => {
  it('[D6] carry a document through every version between', () => {
    const old = Object.freeze({ version: 1, color: 'teal', kept: { deep: true } });
    expect(migrate(old, 1, 3, HISTORY)).toEqual({ version: 3, colours: ['teal'], kept: { deep: true } });
    expect(migrate({ version: 2, colour: 'red' }, 2, 3, HISTORY)).toEqual({ version: 3, colours: ['red'] });
  });

  it('[D6] leave a document of the wanted version as it is', () => {
    const current = { version: 3, colours: [] };
    expect(migrate(current, 3, 3, HISTORY)).toBe(current);
  });

  it('[D6] fail loudly where a step is missing', () => {
    expect(() => migrate({ version: 1 }, 1, 4, HISTORY)).toThrow('no migration from document version 3 to 4');
  });

  it('[D6] there is one for each version before the present one', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(
      Array.from({ length: DOCUMENT_VERSION - 1 }, (_, i) => i + 1),
    );
  });
});
