import { counted, t } from '#engine/core/text.ts';
import type { Result } from '#engine/protocol/api.ts';

export type Preview = Result<'data.preview'>;

/** What the person settled in the dialogue, as parameters of a dataset node. */
export interface ImportChoice {
  readonly path: string;
  readonly delimiter: string;
  readonly header: 'auto' | 'yes' | 'no';
  readonly textColumn: string;
  readonly labelColumn: string;
  readonly skipBadRows: boolean;
}

export const DELIMITERS = [
  ['', 'found automatically'],
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
  [' ', 'space'],
] as const;

export const newChoice = (path: string): ImportChoice => ({
  path,
  delimiter: '',
  header: 'auto',
  textColumn: '',
  labelColumn: '',
  skipBadRows: false,
});

/** The columns in force: the person's choice where it exists in this reading of the file, else the guess. */
export function columnsOf(choice: ImportChoice, preview: Preview): { text: string; label: string } {
  const known = (name: string): boolean => preview.columns.includes(name);
  return {
    text: known(choice.textColumn) ? choice.textColumn : (preview.guess.text ?? ''),
    label: known(choice.labelColumn) ? choice.labelColumn : (preview.guess.label ?? ''),
  };
}

/** Why the file cannot be used as chosen, as a sentence; null where it can. */
export function importProblem(
  choice: ImportChoice,
  preview: Preview,
  task: 'classification' | 'language-modelling',
): string | null {
  if (preview.totalRows === 0) return t`No row of this file could be read. Check the delimiter.`;
  const { text, label } = columnsOf(choice, preview);
  if (text === '') return t`Choose the column that holds the text.`;
  if (task === 'classification') {
    if (preview.columns.length < 2) {
      return t`This file has one column only. Classification needs a text and a label in each row: check the delimiter, or choose another file.`;
    }
    if (label === '') return t`Choose the column that holds the label.`;
    if (label === text) return t`Text and label cannot be the same column.`;
  }
  if (preview.problemCount > 0 && !choice.skipBadRows) {
    return counted(
      preview.problemCount,
      '{0} row cannot be read. Mend it, or agree to leave it out.',
      '{0} rows cannot be read. Mend them, or agree to leave them out.',
    );
  }
  return null;
}
