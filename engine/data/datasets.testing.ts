import type { NodeId } from '../core/brand.ts';
import { type PrepareOptions, prepareData } from './prepareData.ts';
import type {
  BuiltinTask,
  DataSource,
  DatasetSettings,
  EncodedExamples,
  TokenizerSettings,
} from './types.ts';

export const WORD: TokenizerSettings = { kind: 'word', vocabSize: 8000, minFrequency: 1, lowercase: true };

export function dataset(source: DataSource, more: Partial<DatasetSettings> = {}): DatasetSettings {
  return {
    nodeId: 'dataset' as NodeId,
    source,
    validationPath: null,
    validationFraction: 0.1,
    maxRows: 0,
    tokenizer: WORD,
    ...more,
  };
}

export function file(path: string, more: Partial<Extract<DataSource, { kind: 'file' }>> = {}): DataSource {
  return {
    kind: 'file',
    path,
    delimiter: null,
    header: null,
    textColumn: null,
    labelColumn: null,
    skipBadRows: false,
    ...more,
  };
}

export const builtin = (task: BuiltinTask, examples = 400): DataSource => ({
  kind: 'builtin',
  task,
  examples,
  seed: 1,
});

export const classify = (datasets: DatasetSettings[], more: Partial<PrepareOptions> = {}) =>
  prepareData({ datasets, task: 'classification', context: 24, seed: 1, ...more });

export const model = (datasets: DatasetSettings[], columns = 17) =>
  prepareData({ datasets, task: 'language-modelling', context: columns, seed: 1 });

export function texts(examples: EncodedExamples): string[] {
  return Array.from({ length: examples.size }, (_, i) => examples.text(i));
}
