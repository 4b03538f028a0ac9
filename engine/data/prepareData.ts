import type { NodeId } from '../core/brand.ts';
import { ShuuraiError } from '../core/errors.ts';
import { counted, formatNumber, t } from '../core/text.ts';
import { encodeClassification, encodeLanguage, type Part } from './encodeDatasets.ts';
import { labelSet } from './labels.ts';
import { type LoadedDataset, loadDataset, unitedLabels } from './loadDataset.ts';
import { listOf, unreadable } from './readers/unreadable.ts';
import { trainTokenizer } from './tokenizers/trainTokenizer.ts';
import type { DatasetSettings, PreparedData, Task, Tokenizer } from './types.ts';

export interface PrepareOptions {
  readonly datasets: readonly DatasetSettings[];
  readonly task: Task;
  /** Columns of the encoded rows: tokens of a text, or for language modelling the model's context + 1. */
  readonly context: number;
  readonly seed: number;
  /** Relative paths start here; by default the working directory. */
  readonly baseFolder?: string;
  /** Language modelling: windows of this dataset must not span different values of this column. */
  readonly groupColumns?: ReadonlyMap<NodeId, string>;
  /** Keep as many training rows as there are validation rows for tuning. */
  readonly tuning?: boolean;
  /** Use this tokenizer (of a stored run) instead of training one. */
  readonly tokenizer?: Tokenizer;
}

function checkOptions({ datasets, context, task }: PrepareOptions): void {
  if (datasets.every(({ open }) => open !== undefined)) {
    throw new ShuuraiError('invalid-document', t`The swarm has no dataset: link a dataset node to its fish.`);
  }
  const least = task === 'classification' ? 2 : 3;
  if (!Number.isInteger(context) || context < least) {
    throw new ShuuraiError(
      'invalid-document',
      t`A row must have room for ${least} tokens at least, not ${context}.`,
    );
  }
}

function partsOf(
  datasets: readonly DatasetSettings[],
  loaded: readonly LoadedDataset[],
  side: 'train' | 'validation' | 'tuning',
): Part[] {
  return loaded.map((dataset, i) => ({
    nodeId: datasets[i]!.nodeId,
    rows: dataset[side],
    groupColumn: dataset.groupColumn,
  }));
}

/** Throws where labels of public text, of which text without labels has none, are no classes of the swarm. */
function checkPublicLabels(parts: readonly Part[], labels: readonly string[]): void {
  const known = new Set(['', ...labels]);
  const unknown = labelSet(parts.flatMap(({ rows }) => rows.labels)).filter((label) => !known.has(label));
  if (unknown.length === 0) return;
  throw unreadable(
    t`The public text has labels that no fish's own examples have: ${listOf(unknown)}. Theirs are ${listOf(labels)}. Choose other public text, or make no passes over labelled text.`,
  );
}

/** The mean of what is known of each dataset, by its share of the validation rows; null if one is unknown. */
function bestAccuracyOf(loaded: readonly LoadedDataset[]): number | null {
  const first = loaded[0]?.bestAccuracy ?? null;
  if (loaded.every(({ bestAccuracy }) => bestAccuracy === first)) return first;
  let sum = 0;
  let rows = 0;
  for (const { bestAccuracy, validation } of loaded) {
    if (bestAccuracy === null) return null;
    sum += bestAccuracy * validation.texts.length;
    rows += validation.texts.length;
  }
  return sum / rows;
}

/**
 * Everything a run needs of its data. Deterministic in its options and the files' bytes. The tokenizer is that of
 * the first dataset's settings, trained on the training rows of all. Throws `data-unreadable` with a sentence.
 */
export async function prepareData(options: PrepareOptions): Promise<PreparedData> {
  checkOptions(options);
  const { datasets, task, context, seed } = options;
  const loaded: LoadedDataset[] = [];
  for (const dataset of datasets) {
    const groupColumn = options.groupColumns?.get(dataset.nodeId) ?? null;
    loaded.push(
      await loadDataset(dataset, {
        task,
        seed,
        baseFolder: options.baseFolder ?? process.cwd(),
        groupColumn,
        tuning: options.tuning ?? false,
      }),
    );
  }
  const notes = loaded.flatMap((dataset) => dataset.notes);
  const isOpen = (i: number): boolean => datasets[i]!.open !== undefined; // one loaded for each
  const own = loaded.filter((_, i) => !isOpen(i));
  const labels = task === 'classification' ? unitedLabels(own) : [];
  const settings = (datasets.find(({ open }) => open === undefined) ?? datasets[0]!).tokenizer;
  if (datasets.some((dataset) => JSON.stringify(dataset.tokenizer) !== JSON.stringify(settings))) {
    notes.push(
      t`The datasets have different tokenizer settings; those of the first dataset are used for all.`,
    );
  }
  const tokenizer =
    options.tokenizer ??
    trainTokenizer(
      loaded.flatMap((dataset) => dataset.train.texts),
      settings,
    );
  const closed = datasets.filter((_, i) => !isOpen(i));
  const train = partsOf(closed, own, 'train');
  const validation = partsOf(closed, own, 'validation');
  const tuning = partsOf(closed, own, 'tuning');
  const open = partsOf(
    datasets.filter((_, i) => isOpen(i)),
    loaded.filter((_, i) => isOpen(i)),
    'train',
  );
  const shared = {
    task,
    labels,
    tokenizer,
    context,
    bestAccuracy: task === 'classification' ? bestAccuracyOf(own) : null,
    fingerprints: Object.fromEntries(loaded.map((dataset, i) => [datasets[i]!.nodeId, dataset.fingerprint])),
  };
  if (task === 'language-modelling') {
    return {
      ...shared,
      notes,
      train: encodeLanguage(train, tokenizer, context),
      validation: encodeLanguage(validation, tokenizer, context),
      tuning: encodeLanguage(tuning, tokenizer, context),
      open: encodeLanguage(open, tokenizer, context),
    };
  }
  const trained = encodeClassification(train, labels, tokenizer, context);
  const validated = encodeClassification(validation, labels, tokenizer, context);
  const cut = trained.cut + validated.cut;
  if (cut > 0) {
    const all = trained.examples.size + validated.examples.size;
    notes.push(
      t`${counted(cut, '{0} text', '{0} texts')} of ${formatNumber(all)} are longer than ${context - 1} tokens and are cut.`,
    );
  }
  checkPublicLabels(open, labels);
  const encoded = (parts: readonly Part[]) =>
    encodeClassification(parts, labels, tokenizer, context).examples;
  return {
    ...shared,
    notes,
    train: trained.examples,
    validation: validated.examples,
    tuning: encoded(tuning),
    open: encoded(open),
  };
}
