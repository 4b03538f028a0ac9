import type { NodeId } from '../core/brand.ts';
import { ShuuraiError } from '../core/errors.ts';
import { counted, t } from '../core/text.ts';
import { pickColumns } from './columns.ts';
import { type FileSource, loadRows, readOptions } from './loadRows.ts';
import { readRawTable } from './readTable.ts';
import type { DatasetSettings, Task } from './types.ts';

/** Something in a data file that keeps a swarm from running, or that is worth knowing. */
export interface DataProblem {
  readonly severity: 'error' | 'warning';
  readonly nodeId: NodeId;
  /** Path in the document of the parameter that is concerned, e.g. `nodes.dataset.params.labelColumn`. */
  readonly path: string;
  readonly file: string;
  /** Line of the file, from 1; null: the file as a whole. */
  readonly line: number | null;
  /** A plain sentence. */
  readonly message: string;
}

/** Rows that are named one by one; the rest is counted. */
const MOST_ROWS = 20;

interface Where {
  readonly nodeId: NodeId;
  readonly source: FileSource;
  readonly task: Task;
  readonly param: 'path' | 'validationPath';
  /** As the document names it. */
  readonly file: string;
  /** Where it lies. */
  readonly at: string;
}

const problem = (
  { nodeId, file }: Where,
  param: string,
  message: string,
  rest: Partial<DataProblem> = {},
): DataProblem => ({
  severity: 'error',
  nodeId,
  path: `nodes.${nodeId}.params.${param}`,
  file,
  line: null,
  message,
  ...rest,
});

const isData = (thrown: unknown): thrown is ShuuraiError =>
  thrown instanceof ShuuraiError && thrown.code === 'data-unreadable';

/** Columns that are named and not there, each for itself. */
async function checkColumns(where: Where): Promise<DataProblem[]> {
  const { source, task, at, nodeId } = where;
  const wanted = [
    { param: 'textColumn', role: 'text', column: source.textColumn },
    { param: 'labelColumn', role: 'label', column: task === 'classification' ? source.labelColumn : null },
  ] as const;
  if (wanted.every(({ column }) => column === null)) return [];
  const { raw } = await readRawTable(at, readOptions(source, nodeId));
  return wanted.flatMap(({ param, role, column }) => {
    if (column === null) return [];
    try {
      pickColumns(raw, column, role, at);
      return [];
    } catch (thrown) {
      if (!isData(thrown)) throw thrown;
      return [problem(where, param, thrown.message)];
    }
  });
}

async function checkFile(where: Where): Promise<DataProblem[]> {
  const { source, task, at, nodeId, param } = where;
  try {
    const columns = await checkColumns(where);
    if (columns.length > 0) return columns;
    const { problems } = await loadRows({ ...source, skipBadRows: true }, at, task, nodeId);
    const severity = source.skipBadRows ? 'warning' : 'error';
    const rows = problems
      .slice(0, MOST_ROWS)
      .map(({ line, message }) => problem(where, param, message, { severity, line }));
    const rest = problems.length - rows.length;
    if (rest === 0) return rows;
    const more = t`${counted(rest, '{0} more row', '{0} more rows')} cannot be read. Correct the file, or set skipBadRows.`;
    return [...rows, problem(where, param, more, { severity })];
  } catch (thrown) {
    if (!isData(thrown)) throw thrown;
    const about = thrown.details.param;
    return [problem(where, typeof about === 'string' ? about : param, thrown.message)];
  }
}

/** Reads the files of a dataset as a run would, and says of each what is wrong with it. `locate` says where a path lies. */
export async function checkFiles(
  { nodeId, source, validationPath, open }: DatasetSettings,
  swarmTask: Task,
  locate: (path: string) => string,
): Promise<readonly DataProblem[]> {
  if (source.kind !== 'file') return [];
  // Of public text without labels the texts are read alone.
  const task = open === 'text' ? 'language-modelling' : swarmTask;
  const files = [
    { param: 'path', file: source.path },
    ...(validationPath === null ? [] : [{ param: 'validationPath', file: validationPath } as const]),
  ] as const;
  const found = await Promise.all(
    files.map(({ param, file }) => checkFile({ nodeId, source, task, param, file, at: locate(file) })),
  );
  return found.flat();
}
