import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { ShuuraiError } from '../core/errors.ts';
import { randomStream } from '../core/random.ts';
import { counted, t } from '../core/text.ts';
import { labelSet } from './labels.ts';
import { type FileSource, type LoadedRows, loadRows } from './loadRows.ts';
import { listOf, unreadable } from './readers/unreadable.ts';
import { concatRows, NO_ROWS, pickRows, type Rows } from './rows.ts';
import { stratifiedSplit, textKey } from './split.ts';
import { generateTask } from './tasks/generateTask.ts';
import type { DatasetSettings, Task } from './types.ts';

/** One dataset node's examples, read and split, not yet encoded. */
export interface LoadedDataset {
  readonly train: Rows;
  readonly validation: Rows;
  /** Taken from the training rows; none unless asked for. */
  readonly tuning: Rows;
  /** Classes that are known even if no row has them (built-in tasks). */
  readonly labels: readonly string[];
  /** One text without rows, for language modelling. */
  readonly shape: 'rows' | 'stream';
  /** Windows of text do not span different values of this column. */
  readonly groupColumn: string | null;
  readonly bestAccuracy: number | null;
  readonly notes: readonly string[];
  readonly fingerprint: string;
}

export interface LoadSettings {
  readonly task: Task;
  readonly seed: number;
  /** Relative paths start here. */
  readonly baseFolder: string;
  readonly groupColumn: string | null;
  /** Keep training rows for tuning. */
  readonly tuning: boolean;
}

function atMost(rows: Rows, limit: number, seed: number, nodeId: string): Rows {
  if (limit === 0 || rows.texts.length <= limit) return rows;
  const chosen = randomStream(seed, 'max-rows', nodeId).permutation(rows.texts.length).slice(0, limit).sort();
  return pickRows(rows, chosen);
}

/** The end of a text is kept for validation: the middle of it has been read before. */
function splitStream(rows: Rows, fraction: number): { train: Rows; validation: Rows } {
  const text = rows.texts[0]!;
  let at = Math.floor(text.length * (1 - fraction));
  // Not between the halves of a surrogate pair.
  if (/[\udc00-\udfff]/.test(text.charAt(at))) at += 1;
  const part = (piece: string): Rows => ({ texts: [piece], labels: [''], columns: new Map() });
  return { train: part(text.slice(0, at)), validation: part(text.slice(at)) };
}

function withoutTexts(rows: Rows, others: Rows): Rows {
  const keys = new Set(others.texts.map(textKey));
  const kept = rows.texts.flatMap((text, i) => (keys.has(textKey(text)) ? [] : [i]));
  return kept.length === rows.texts.length ? rows : pickRows(rows, kept);
}

/** Throws where the labels make learning or measuring impossible. */
function checkLabels(train: Rows, validation: Rows, known: readonly string[], where: string): void {
  const labels = labelSet(train.labels);
  if (labels.length === 1) {
    throw unreadable(
      t`All training rows of ${where} have the label ${listOf(labels)}; classification needs two classes at least. Check the label column.`,
    );
  }
  const learnt = new Set([...labels, ...known]);
  const unknown = labelSet(validation.labels).filter((label) => !learnt.has(label));
  if (unknown.length > 0) {
    throw unreadable(
      t`The validation rows of ${where} have labels that no training row has: ${listOf(unknown)}. The training labels are ${listOf(labels)}. Use two files with the same labels.`,
    );
  }
}

function skippedNote(loaded: LoadedRows, path: string): string[] {
  if (loaded.problems.length === 0) return [];
  const first = loaded.problems[0]!;
  return [
    t`${counted(loaded.problems.length, '{0} row', '{0} rows')} of "${path}" could not be read and left out (first: line ${first.line}, ${first.message})`,
  ];
}

function loadBuiltin(dataset: DatasetSettings, settings: LoadSettings): Omit<LoadedDataset, 'tuning'> {
  if (dataset.source.kind !== 'builtin') throw new ShuuraiError('internal', 'Not a built-in task.');
  const { task, examples, seed } = dataset.source;
  const generated = generateTask(task, examples, seed);
  if (generated.kind === 'language-modelling' && settings.task === 'classification') {
    throw new ShuuraiError(
      'invalid-document',
      t`The built-in task "${task}" has no labels: it is for language modelling, but the fish are classifiers. Choose another task or another kind of fish.`,
      { details: { nodeId: dataset.nodeId } },
    );
  }
  const classify = settings.task === 'classification';
  const all: Rows = {
    texts: generated.rows.map((row) => row.text),
    labels: generated.rows.map((row) => (classify ? row.label : '')),
    columns: new Map(),
  };
  const rows = atMost(all, dataset.maxRows, settings.seed, dataset.nodeId);
  const split = stratifiedSplit(
    rows.texts,
    rows.labels,
    dataset.validationFraction,
    settings.seed,
    dataset.nodeId,
  );
  const notes: string[] = [];
  if (!classify && generated.bestLoss !== null && dataset.tokenizer.kind === 'word') {
    const perplexity = Math.exp(generated.bestLoss);
    notes.push(
      t`No model can reach a loss below ${generated.bestLoss.toFixed(4)} nats a token (perplexity ${perplexity.toFixed(3)}) on the built-in task "${task}".`,
    );
  }
  const hash = createHash('sha256');
  for (const row of generated.rows) hash.update(`${row.label}\t${row.text}\n`);
  return {
    train: pickRows(rows, split.train),
    validation: pickRows(rows, split.validation),
    labels: classify ? generated.labels : [],
    shape: 'rows',
    groupColumn: null,
    bestAccuracy: classify ? generated.bestAccuracy : null,
    notes,
    fingerprint: hash.digest('hex'),
  };
}

async function loadFile(
  dataset: DatasetSettings,
  source: FileSource,
  settings: LoadSettings,
): Promise<Omit<LoadedDataset, 'tuning'>> {
  const { task, seed } = settings;
  const { nodeId } = dataset;
  const at = (path: string) => (path === '' ? '' : resolve(settings.baseFolder, path));
  const loaded = await loadRows(source, at(source.path), task, nodeId);
  const notes = skippedNote(loaded, source.path);
  const rows = loaded.shape === 'stream' ? loaded.rows : atMost(loaded.rows, dataset.maxRows, seed, nodeId);
  let train: Rows;
  let validation: Rows;
  let fingerprint = loaded.sha256;
  if (dataset.validationPath !== null) {
    const other = await loadRows(source, at(dataset.validationPath), task, nodeId);
    notes.push(...skippedNote(other, dataset.validationPath));
    validation = other.rows;
    train = loaded.shape === 'stream' ? rows : withoutTexts(rows, validation);
    const removed = rows.texts.length - train.texts.length;
    if (removed > 0) {
      notes.push(
        t`${counted(removed, '{0} training row', '{0} training rows')} of "${source.path}" also stand in "${dataset.validationPath}" and are left out of training.`,
      );
    }
    fingerprint = createHash('sha256').update(loaded.sha256).update(other.sha256).digest('hex');
  } else if (loaded.shape === 'stream') {
    ({ train, validation } = splitStream(rows, dataset.validationFraction));
  } else {
    const split = stratifiedSplit(rows.texts, rows.labels, dataset.validationFraction, seed, nodeId);
    train = pickRows(rows, split.train);
    validation = pickRows(rows, split.validation);
    if (split.repeats > 0) {
      notes.push(
        t`${counted(split.repeats, '{0} row', '{0} rows')} of "${source.path}" repeat a validation text and are left out.`,
      );
    }
  }
  if (train.texts.length === 0 || validation.texts.length === 0) {
    throw unreadable(
      t`"${source.path}" has ${counted(rows.texts.length, '{0} usable row', '{0} usable rows')}: too few to train on some and validate on others.`,
      source.path,
    );
  }
  return {
    train,
    validation,
    labels: [],
    shape: loaded.shape,
    groupColumn: settings.groupColumn ?? (loaded.format === 'play' ? 'speaker' : null),
    bestAccuracy: null,
    notes,
    fingerprint,
  };
}

/** Public text: every row of it, for nobody to measure on; without labels unless they are asked for. */
async function loadOpen(dataset: DatasetSettings, settings: LoadSettings): Promise<LoadedDataset> {
  const { source, nodeId } = dataset;
  const { rows, notes, fingerprint } = await openRows(dataset, settings);
  if (rows.texts.length === 0) {
    throw unreadable(t`The public text of "${nodeId}" is empty. Choose another file.`);
  }
  return {
    train: atMost(rows, dataset.maxRows, settings.seed, nodeId),
    validation: NO_ROWS,
    tuning: NO_ROWS,
    labels: [],
    shape: 'rows',
    groupColumn: null,
    bestAccuracy: null,
    notes: source.kind === 'builtin' ? [] : notes,
    fingerprint,
  };
}

async function openRows(
  { source, nodeId, open }: DatasetSettings,
  { baseFolder }: LoadSettings,
): Promise<{ rows: Rows; notes: string[]; fingerprint: string }> {
  const labelled = open === 'labelled';
  const textsOnly = (texts: readonly string[]): Rows => ({
    texts: [...texts],
    labels: texts.map(() => ''),
    columns: new Map(),
  });
  if (source.kind === 'builtin') {
    const { rows } = generateTask(source.task, source.examples, source.seed);
    const hash = createHash('sha256');
    for (const { text, label } of rows) hash.update(labelled ? `${label}\t${text}\n` : `${text}\n`);
    const texts = textsOnly(rows.map(({ text }) => text));
    return {
      rows: labelled ? { ...texts, labels: rows.map(({ label }) => label) } : texts,
      notes: [],
      fingerprint: hash.digest('hex'),
    };
  }
  const task = labelled ? 'classification' : 'language-modelling';
  const loaded = await loadRows(source, resolve(baseFolder, source.path), task, nodeId);
  const notes = skippedNote(loaded, source.path);
  if (labelled) return { rows: loaded.rows, notes, fingerprint: loaded.sha256 };
  const pieces = loaded.shape === 'stream' ? loaded.rows.texts[0]!.split(/\r?\n/) : loaded.rows.texts;
  const texts = pieces.map((text) => text.trim()).filter((text) => text !== '');
  return { rows: textsOnly(texts), notes, fingerprint: loaded.sha256 };
}

/** Reads or generates one dataset node's examples and splits them. Throws `data-unreadable` with a sentence. */
export async function loadDataset(dataset: DatasetSettings, settings: LoadSettings): Promise<LoadedDataset> {
  if (dataset.open !== undefined) return loadOpen(dataset, settings);
  const { source } = dataset;
  const read =
    source.kind === 'builtin' ? loadBuiltin(dataset, settings) : await loadFile(dataset, source, settings);
  if (!settings.tuning) return { ...read, tuning: NO_ROWS };
  return { ...read, ...withTuning(read, settings.seed, dataset.nodeId) };
}

/** As many rows for tuning as for validation, but never more than half of those that are left for training. */
function withTuning(
  { train, validation, shape }: Omit<LoadedDataset, 'tuning'>,
  seed: number,
  nodeId: string,
): Pick<LoadedDataset, 'train' | 'tuning'> {
  const share = (size: (rows: Rows) => number): number => Math.min(0.5, size(validation) / size(train));
  if (shape === 'stream') {
    const parts = splitStream(
      train,
      share((rows) => rows.texts[0]!.length),
    );
    return { train: parts.train, tuning: parts.validation };
  }
  const split = stratifiedSplit(
    train.texts,
    train.labels,
    share((rows) => rows.texts.length),
    seed,
    `${nodeId} tuning`,
  );
  return { train: pickRows(train, split.train), tuning: pickRows(train, split.validation) };
}

/** Joined label set of all datasets, in its stable order, after checking that it can be learnt. */
export function unitedLabels(datasets: readonly LoadedDataset[]): string[] {
  const train = concatRows(datasets.map((dataset) => dataset.train));
  const validation = concatRows(datasets.map((dataset) => dataset.validation));
  const known = datasets.flatMap((dataset) => dataset.labels);
  checkLabels(train, validation, known, datasets.length === 1 ? 'the dataset' : 'the datasets');
  return labelSet([...train.labels, ...known]);
}
