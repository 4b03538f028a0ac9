import { counted, t } from '../core/text.ts';
import { guessColumns, pickColumns } from './columns.ts';
import { decodeText } from './readers/decodeText.ts';
import { detectFormat } from './readers/detectFormat.ts';
import type { RawTable } from './readers/rawTable.ts';
import { readFileBytes } from './readers/readFileBytes.ts';
import { listOf, unreadable, unreadableAs } from './readers/unreadable.ts';
import { type ReadOptions, readRawTable, refuseProblems } from './readTable.ts';
import type { Rows } from './rows.ts';
import type { DataSource, RowProblem, TableFormat, Task } from './types.ts';

export type FileSource = Extract<DataSource, { kind: 'file' }>;

export interface LoadedRows {
  readonly rows: Rows;
  /** A plain text is one stream of characters, not rows. */
  readonly shape: 'rows' | 'stream';
  readonly format: TableFormat['kind'];
  readonly sha256: string;
  readonly problems: readonly RowProblem[];
}

export function readOptions(source: FileSource, nodeId: string): ReadOptions {
  const { delimiter, header, skipBadRows } = source;
  return { delimiter, header, skipBadRows, nodeId };
}

/** Number of different labels from which a column is taken for something else than the class. */
const MAX_LABELS = 10_000;

function checkLabelColumn(labels: readonly string[], column: string, path: string): void {
  const distinct = new Set(labels).size;
  if (distinct > MAX_LABELS || (distinct > 20 && distinct > labels.length / 2)) {
    throw unreadableAs(
      'labelColumn',
      t`The label column "${column}" of "${path}" has ${counted(distinct, '{0} different value', '{0} different values')} in ${counted(labels.length, '{0} row', '{0} rows')}; that is no class. Choose another label column.`,
      path,
    );
  }
}

/** Text and label of each row; rows without either are problems. */
function mapColumns(
  raw: RawTable,
  source: FileSource,
  task: Task,
  path: string,
): { rows: Rows; problems: RowProblem[] } {
  const guess = guessColumns(raw);
  const guessed = (index: number | null) => (index === null ? null : [index]);
  const text =
    source.textColumn === null ? guessed(guess.text) : pickColumns(raw, source.textColumn, 'text', path);
  if (task === 'classification' && raw.columns.length < 2) {
    throw unreadableAs(
      'delimiter',
      raw.format.delimiter === null
        ? t`"${path}" has one column (${listOf(raw.columns)}); classification needs a text and a label column. Check the delimiter.`
        : t`"${path}" has one column (${listOf(raw.columns)}); classification needs a text and a label column. Check the delimiter (now ${listOf([raw.format.delimiter === '\t' ? t`tab` : raw.format.delimiter])}).`,
      path,
    );
  }
  if (text === null)
    throw unreadableAs('textColumn', t`No column of "${path}" looks like text. Name the text column.`, path);
  let label: number | null = null;
  if (task === 'classification') {
    label =
      source.labelColumn === null
        ? guess.label === text[0]
          ? null
          : guess.label
        : pickColumns(raw, source.labelColumn, 'label', path)[0]!;
    if (label === null) {
      throw unreadableAs(
        'labelColumn',
        t`No column of "${path}" looks like a class label (its columns are ${listOf(raw.columns)}). Name the label column.`,
        path,
      );
    }
    if (text.includes(label)) {
      throw unreadableAs(
        'labelColumn',
        t`The text column and the label column of "${path}" are the same. Choose two.`,
        path,
      );
    }
  }
  const problems: RowProblem[] = [];
  const texts: string[] = [];
  const labels: string[] = [];
  const kept: number[] = [];
  raw.rows.forEach((row, i) => {
    const value = text.map((column) => row[column]!.trim()).join(' ');
    const name = label === null ? '' : row[label]!.trim();
    const message =
      value.trim() === ''
        ? t`The text is empty.`
        : label !== null && name === ''
          ? t`The label is empty.`
          : null;
    if (message !== null) {
      // A play has turns without words: a name, then a stage direction or the next name.
      if (raw.format.kind === 'play') return;
      problems.push({ line: raw.lines[i]!, message });
      return;
    }
    // Line ends within a text matter to language modelling only.
    texts.push(task === 'language-modelling' ? text.map((column) => row[column]!).join(' ') : value);
    labels.push(name);
    kept.push(i);
  });
  if (label !== null) checkLabelColumn(labels, raw.columns[label]!, path);
  const columns = new Map<string, string[]>();
  raw.columns.forEach((name, index) => {
    if (index === label || text.includes(index)) return;
    columns.set(
      name,
      kept.map((i) => raw.rows[i]![index]!),
    );
  });
  return { rows: { texts, labels, columns }, problems };
}

/** Whether a file is one text to model rather than a table: no columns are asked for and it is plain text. */
async function readStream(source: FileSource, path: string): Promise<LoadedRows | null> {
  if (source.textColumn !== null || source.delimiter !== null) return null;
  const { bytes, sha256 } = await readFileBytes(path);
  // "PAR1": a Parquet file is a table.
  if (bytes[0] === 0x50 && bytes[1] === 0x41 && bytes[2] === 0x52 && bytes[3] === 0x31) return null;
  const { text } = decodeText(bytes, path);
  const { kind } = detectFormat(path, text);
  if (kind !== 'text' && kind !== 'play') return null;
  const rows: Rows = { texts: [text], labels: [''], columns: new Map() };
  return { rows, shape: 'stream', format: 'text', sha256, problems: [] };
}

/**
 * The examples of a file, its columns found or picked. For language modelling a plain text (or a play, unless its
 * text column is named) is one stream. Throws `data-unreadable`.
 */
export async function loadRows(
  source: FileSource,
  path: string,
  task: Task,
  nodeId: string,
): Promise<LoadedRows> {
  if (task === 'language-modelling') {
    const stream = await readStream(source, path);
    if (stream !== null) return stream;
  }
  const options = readOptions(source, nodeId);
  const { raw, sha256 } = await readRawTable(path, options);
  if (raw.rows.length === 0) {
    refuseProblems(raw.problems, path, options);
    throw unreadable(t`"${path}" has no readable row.`, path);
  }
  const mapped = mapColumns(raw, source, task, path);
  const problems = [...raw.problems, ...mapped.problems].sort((a, b) => a.line - b.line);
  refuseProblems(problems, path, options);
  if (mapped.rows.texts.length === 0) throw unreadable(t`"${path}" has no readable row.`, path);
  return { rows: mapped.rows, shape: 'rows', format: raw.format.kind, sha256, problems };
}
