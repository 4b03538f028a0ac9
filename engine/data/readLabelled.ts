import type { NodeId } from '../core/brand.ts';
import { counted, t } from '../core/text.ts';
import { encodeClassification, encodeLanguage, type Part } from './encodeDatasets.ts';
import type { Encoding } from './encodeTexts.ts';
import { labelSet } from './labels.ts';
import { type FileSource, loadRows } from './loadRows.ts';
import { listOf, unreadable } from './readers/unreadable.ts';
import type { DataSource, EncodedExamples, RowProblem } from './types.ts';

export interface LabelledFile {
  readonly examples: EncodedExamples;
  readonly problems: readonly RowProblem[];
  readonly notes: readonly string[];
  readonly sha256: string;
}

/** Columns as the training file's settings say; for a built-in task they are guessed. */
function sourceFor(path: string, source: DataSource | null, skipBadRows: boolean): FileSource {
  if (source !== null && source.kind === 'file') {
    return { ...source, path, skipBadRows: skipBadRows || source.skipBadRows };
  }
  return {
    kind: 'file',
    path,
    delimiter: null,
    header: null,
    textColumn: null,
    labelColumn: null,
    skipBadRows,
  };
}

/**
 * A test file, encoded for the model of `encoding`, read with the columns of the training `source` (null: guessed).
 * Throws `data-unreadable`, also for a label the model does not know.
 */
export async function readLabelled(
  path: string,
  encoding: Encoding,
  options: {
    readonly source?: DataSource | null;
    readonly nodeId?: NodeId;
    readonly skipBadRows?: boolean;
  } = {},
): Promise<LabelledFile> {
  const source = sourceFor(path, options.source ?? null, options.skipBadRows ?? false);
  // The id only names the range of the rows and the advice in messages.
  const nodeId = options.nodeId ?? ('dataset' as NodeId);
  const { rows, problems, sha256, format } = await loadRows(source, path, encoding.task, nodeId);
  const notes =
    problems.length === 0
      ? []
      : [t`${counted(problems.length, '{0} row', '{0} rows')} of "${path}" left out.`];
  const part: Part = { nodeId, rows, groupColumn: format === 'play' ? 'speaker' : null };
  if (encoding.task === 'language-modelling') {
    const examples = encodeLanguage([part], encoding.tokenizer, encoding.context);
    return { examples, problems, notes, sha256 };
  }
  const known = new Set(encoding.labels);
  const unknown = labelSet(rows.labels).filter((label) => !known.has(label));
  if (unknown.length > 0) {
    throw unreadable(
      t`"${path}" has labels the swarm was not trained on: ${listOf(unknown)}. It knows ${listOf(encoding.labels)}. Check the label column, or rename the labels.`,
      path,
    );
  }
  const { examples, cut } = encodeClassification(
    [part],
    encoding.labels,
    encoding.tokenizer,
    encoding.context,
  );
  if (cut > 0)
    notes.push(t`${counted(cut, '{0} text', '{0} texts')} longer than ${encoding.context - 1} tokens cut.`);
  return { examples, problems, notes, sha256 };
}
