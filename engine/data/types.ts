import type { NodeId } from '../core/brand.ts';
import type { Regime } from './regimes.ts';

export type Task = 'classification' | 'language-modelling';

/** A table as read from a file, before columns get a meaning. */
export interface Table {
  readonly columns: readonly string[];
  /** Row-major; every row has as many cells as there are columns. */
  readonly rows: readonly (readonly string[])[];
  readonly problems: readonly RowProblem[];
  readonly format: TableFormat;
}

export interface TableFormat {
  /** `play`: a script of "NAME:" blocks, read as one row a turn with columns `speaker` and `text`. */
  readonly kind: 'csv' | 'tsv' | 'jsonl' | 'parquet' | 'text' | 'label-space-text' | 'play';
  readonly encoding: 'utf-8' | 'utf-16' | 'latin-1' | 'binary';
  readonly delimiter: string | null;
  readonly header: boolean;
}

/** A row that could not be read. `line` counts from 1 in the file. */
export interface RowProblem {
  readonly line: number;
  readonly message: string;
}

/** What the import dialogue shows before anything is decided. */
export interface TablePreview {
  readonly format: TableFormat;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly totalRows: number;
  readonly guess: { readonly text: string | null; readonly label: string | null };
  readonly labels: readonly { readonly label: string; readonly count: number }[];
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
}

export interface TokenizerSettings {
  readonly kind: 'byte' | 'char' | 'word' | 'bpe';
  /** Most entries of the vocabulary, special tokens included. */
  readonly vocabSize: number;
  /** Words or characters seen less often in training become `<unk>`. */
  readonly minFrequency: number;
  readonly lowercase: boolean;
}

/** Token 0 is always <pad>, 1 <unk>, 2 <bos> (also the classification token), 3 <eos>. */
export const SPECIAL_TOKENS = ['<pad>', '<unk>', '<bos>', '<eos>'] as const;

export interface Tokenizer {
  readonly settings: TokenizerSettings;
  readonly vocabSize: number;
  /** Without special tokens. */
  encode(text: string): number[];
  decode(ids: readonly number[]): string;
  /** The `tokenizer.json` of the Hugging Face `tokenizers` format (subset); `loadTokenizer` reads it back. */
  toJson(): unknown;
}

/** Where a dataset node's rows come from. */
export type DataSource =
  | { readonly kind: 'builtin'; readonly task: BuiltinTask; readonly examples: number; readonly seed: number }
  | {
      readonly kind: 'file';
      readonly path: string;
      /** null: found out by looking at the file. */
      readonly delimiter: string | null;
      readonly header: boolean | null;
      /** Column name, or its number from 0; null: guessed. */
      readonly textColumn: string | number | null;
      readonly labelColumn: string | number | null;
      /** The user agreed to leave out rows that cannot be read. */
      readonly skipBadRows: boolean;
    };

export type BuiltinTask =
  | 'sentiment'
  | 'topics'
  | 'modular-addition'
  | 'brackets'
  | 'recall'
  | 'tiny-language';

export interface DatasetSettings {
  readonly nodeId: NodeId;
  readonly source: DataSource;
  /** A separate file for validation; null: `validationFraction` of the training rows, stratified. */
  readonly validationPath: string | null;
  readonly validationFraction: number;
  /** 0: all rows. */
  readonly maxRows: number;
  readonly tokenizer: TokenizerSettings;
  /** What everyone may read: no fish's own, with labels or without, and nothing is measured on it. */
  readonly open?: 'text' | 'labelled';
  /** Drift by classes, ascending by round; before the first, and absent: all rows. */
  readonly regimes?: readonly Regime[];
}

/** Encoded rows, padded or cut to `context` tokens. */
export interface EncodedExamples {
  readonly size: number;
  readonly context: number;
  /** [size, context], row-major, padded with 0. */
  readonly tokens: Int32Array;
  /** [size]; tokens in use, at least 1. */
  readonly lengths: Int32Array;
  /** [size]; class index; all 0 for language modelling. */
  readonly labels: Int32Array;
  /** Original text of row i (for tables and "try it"). */
  text(i: number): string;
  /** Values of the columns other than text and label, for partition by column. */
  column(name: string): readonly string[] | null;
  /** Which dataset node row i came from: [start, end) for each. */
  readonly ranges: ReadonlyMap<NodeId, readonly [number, number]>;
}

/** Everything the run needs of its data, once read, split and encoded. Language modelling rows are windows of text. */
export interface PreparedData {
  readonly task: Task;
  readonly labels: readonly string[];
  readonly tokenizer: Tokenizer;
  readonly context: number;
  readonly train: EncodedExamples;
  readonly validation: EncodedExamples;
  /**
   * Rows that neither fish learn from nor results are measured on: what aggregators and controllers fit themselves to.
   * Without rows where the swarm has nothing that needs them.
   */
  readonly tuning: EncodedExamples;
  /** Public text, by its dataset nodes; labels of a node that is not open as `labelled` say nothing. */
  readonly open: EncodedExamples;
  /** The best accuracy any model can reach, where the task is generated and it is known; else null. */
  readonly bestAccuracy: number | null;
  /** Sentences for the user: rows left out, duplicates removed across splits, ... */
  readonly notes: readonly string[];
  /** SHA-256 of the bytes each dataset node was read from, to notice on resume that a file changed. */
  readonly fingerprints: Readonly<Record<NodeId, string>>;
}

export type PartitionSettings =
  | { readonly mode: 'shared' }
  | { readonly mode: 'iid'; readonly replicas: number }
  | { readonly mode: 'dirichlet'; readonly alpha: number; readonly replicas: number } // label skew, arXiv 1909.06335
  | { readonly mode: 'label'; readonly replicas: number }
  | { readonly mode: 'column'; readonly column: string };
