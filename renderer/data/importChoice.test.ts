import { describe, expect, it } from 'vitest';
import { columnsOf, importProblem, newChoice, type Preview } from './importChoice.ts';

const preview: Preview = {
  format: { kind: 'csv', encoding: 'utf-8', delimiter: ',', header: true },
  columns: ['id', 'text', 'label'],
  rows: [['1', 'good', 'pos']],
  totalRows: 1,
  guess: { text: 'text', label: 'label' },
  labels: [{ label: 'pos', count: 1 }],
  problems: [],
  problemCount: 0,
};
const choice = newChoice('/a.csv');

describe('import data', () => {
  it('follows the guess until the person chooses', () => {
    expect(columnsOf(choice, preview)).toEqual({ text: 'text', label: 'label' });
    expect(columnsOf({ ...choice, labelColumn: 'id' }, preview)).toEqual({ text: 'text', label: 'id' });
    expect(importProblem(choice, preview, 'classification')).toBeNull();
  });

  it('falls back to the guess when a new delimiter takes the chosen column away', () => {
    expect(columnsOf({ ...choice, textColumn: 'gone' }, preview).text).toBe('text');
  });

  it('says what is wrong with one column, the same column twice, unread rows and no rows', () => {
    const one: Preview = { ...preview, columns: ['a'], guess: { text: 'a', label: null } };
    expect(importProblem(choice, one, 'classification')).toMatch(/one column only/);
    expect(importProblem(choice, one, 'language-modelling')).toBeNull();
    expect(importProblem({ ...choice, labelColumn: 'text' }, preview, 'classification')).toMatch(
      /same column/,
    );
    const bad: Preview = { ...preview, problemCount: 3 };
    expect(importProblem(choice, bad, 'classification')).toMatch(/3 rows cannot be read/);
    expect(importProblem({ ...choice, skipBadRows: true }, bad, 'classification')).toBeNull();
    expect(importProblem(choice, { ...preview, totalRows: 0 }, 'classification')).toMatch(/No row/);
  });
});
