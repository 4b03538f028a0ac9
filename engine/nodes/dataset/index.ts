import { z } from 'zod';
import type { NodeId } from '../../core/brand.ts';
import { t } from '../../core/text.ts';
import { parseRegimes } from '../../data/regimes.ts';
import type { DataSource, DatasetSettings } from '../../data/types.ts';
import type { Fix } from '../../validate/diagnostic.ts';
import { paramProblem } from '../../validate/problems.ts';
import type { FieldSpec, NodeKind } from '../kind.ts';
import { units } from '../units.ts';

const schema = z.strictObject({
  source: z.enum(['builtin', 'file']).default('builtin'),
  task: z
    .enum(['sentiment', 'topics', 'modular-addition', 'brackets', 'recall', 'tiny-language'])
    .default('sentiment'),
  examples: z.int().min(20).max(200_000).default(2000),
  dataSeed: z.int().min(0).max(0xffffffff).default(1),
  path: z.string().max(4096).default(''),
  delimiter: z.string().max(1).default(''),
  header: z.enum(['auto', 'yes', 'no']).default('auto'),
  textColumn: z.string().max(256).default(''),
  labelColumn: z.string().max(256).default(''),
  skipBadRows: z.boolean().default(false),
  validationPath: z.string().max(4096).default(''),
  validationFraction: z.number().min(0.01).max(0.5).default(0.1),
  maxRows: z.int().min(0).max(10_000_000).default(0),
  tokenizer: z.enum(['byte', 'char', 'word', 'bpe']).default('word'),
  vocabSize: z.int().min(8).max(65_536).default(8000),
  minFrequency: z.int().min(1).max(1000).default(2),
  regimes: z.string().max(4000).default(''),
  lowercase: z.boolean().default(true),
});
type Params = z.output<typeof schema>;

const builtin = (params: Readonly<Record<string, unknown>>) => params.source === 'builtin';
const file = (params: Readonly<Record<string, unknown>>) => params.source === 'file';
const learned = (params: Readonly<Record<string, unknown>>) => params.tokenizer !== 'byte';

const fields = {
  source: {
    label: t`Source`,
    help: t`A task generated here, which runs at once, or a file of your own.`,
    section: t`Examples`,
    control: 'select',
    options: { builtin: t`Built-in task`, file: t`File` },
  },
  task: {
    label: t`Task`,
    help: t`Which built-in task to generate. Its best possible accuracy is known.`,
    section: t`Examples`,
    control: 'select',
    visible: builtin,
    options: {
      sentiment: t`Sentiment`,
      topics: t`Topics`,
      'modular-addition': t`Modular addition`,
      brackets: t`Bracket matching`,
      recall: t`Key-value recall`,
      'tiny-language': t`Tiny language`,
    },
  },
  examples: {
    label: t`Examples`,
    help: t`How many examples are generated, validation included.`,
    section: t`Examples`,
    control: 'log-slider',
    unit: units.examples,
    visible: builtin,
  },
  dataSeed: {
    label: t`Data seed`,
    help: t`The generated examples depend on this number only, so that two runs with different seeds can share them.`,
    section: t`Examples`,
    control: 'number',
    visible: builtin,
    advanced: true,
  },
  path: {
    label: t`File`,
    help: t`A CSV, TSV, JSONL, Parquet or text file; a relative path starts at the folder of the swarm file.`,
    section: t`Examples`,
    control: 'file',
    visible: file,
  },
  delimiter: {
    label: t`Delimiter`,
    help: t`The character between columns; empty: found by looking at the file.`,
    section: t`Columns`,
    control: 'text',
    visible: file,
    advanced: true,
  },
  header: {
    label: t`Header row`,
    help: t`Whether the first row names the columns.`,
    section: t`Columns`,
    control: 'select',
    visible: file,
    advanced: true,
    options: { auto: t`Automatic`, yes: t`Yes`, no: t`No` },
  },
  textColumn: {
    label: t`Text column`,
    help: t`Name of the column with the text, or its number counted from 0; empty: guessed.`,
    section: t`Columns`,
    control: 'text',
    visible: file,
  },
  labelColumn: {
    label: t`Label column`,
    help: t`Name of the column with the class, or its number counted from 0; empty: guessed.`,
    section: t`Columns`,
    control: 'text',
    visible: file,
  },
  skipBadRows: {
    label: t`Skip unreadable rows`,
    help: t`Leave out rows that cannot be read, and say how many, instead of refusing the file.`,
    section: t`Columns`,
    control: 'switch',
    visible: file,
  },
  validationPath: {
    label: t`Validation file`,
    help: t`A separate file to measure on; empty: a part of the training rows is kept for it.`,
    section: t`Validation`,
    control: 'file',
    visible: file,
  },
  validationFraction: {
    label: t`Validation share`,
    help: t`The share of rows kept from training and used to measure; every class keeps its share.`,
    section: t`Validation`,
    control: 'slider',
    visible: (params) => params.source === 'builtin' || params.validationPath === '',
  },
  maxRows: {
    label: t`Most rows`,
    help: t`Reads no more than this many rows; 0 reads all.`,
    section: t`Examples`,
    control: 'number',
    unit: units.rows,
    visible: file,
    advanced: true,
  },
  tokenizer: {
    label: t`Tokens`,
    help: t`What a fish reads at a time. Words suit small data; byte pairs suit rich vocabularies; characters and bytes need no vocabulary.`,
    section: t`Tokens`,
    control: 'select',
    options: { byte: t`Bytes`, char: t`Characters`, word: t`Words`, bpe: t`Byte pairs (BPE)` },
  },
  vocabSize: {
    label: t`Vocabulary`,
    help: t`The most entries of the vocabulary, the four special tokens included.`,
    section: t`Tokens`,
    control: 'log-slider',
    unit: units.tokens,
    visible: learned,
  },
  minFrequency: {
    label: t`Seen at least`,
    help: t`Words or characters that training shows less often become "unknown". At 2, fish meet unknown words while they learn, and are not surprised by them later.`,
    section: t`Tokens`,
    control: 'number',
    unit: units.times,
    visible: learned,
    advanced: true,
  },
  regimes: {
    label: t`Drift`,
    help: t`Classes that exist from a round on, to learn from and to measure on: "1: cooking, music | 11: music, space". Empty: all, always.`,
    section: t`Drift`,
    control: 'text',
    advanced: true,
  },
  lowercase: {
    label: t`Lower case`,
    help: t`Reads capital letters as small ones.`,
    section: t`Tokens`,
    control: 'switch',
    advanced: true,
  },
} satisfies Record<keyof Params, FieldSpec>;

/** A column given as digits is a number from 0; everything else is a name; empty is a guess. */
function column(value: string): string | number | null {
  if (value === '') return null;
  return /^\d{1,4}$/.test(value) ? Number(value) : value;
}

function sourceOf(params: Params): DataSource {
  if (params.source === 'builtin') {
    return { kind: 'builtin', task: params.task, examples: params.examples, seed: params.dataSeed };
  }
  return {
    kind: 'file',
    path: params.path,
    delimiter: params.delimiter === '' ? null : params.delimiter,
    header: params.header === 'auto' ? null : params.header === 'yes',
    textColumn: column(params.textColumn),
    labelColumn: column(params.labelColumn),
    skipBadRows: params.skipBadRows,
  };
}

const noDrift = (nodeId: NodeId): Fix => ({
  kind: 'set-param',
  nodeId,
  param: 'regimes',
  value: '',
  label: t`No drift`,
});

export const dataset: NodeKind<typeof schema> = {
  kind: 'dataset',
  family: 'data',
  label: t`Dataset`,
  help: t`Examples to learn from: a built-in task or a file of your own.`,
  schema,
  fields,
  ports: () => [
    {
      id: 'examples',
      direction: 'out',
      type: 'examples',
      label: t`Examples`,
      help: t`The training examples, to a shard or straight to fish.`,
      maxLinks: Number.POSITIVE_INFINITY,
      required: false,
    },
  ],
  validate({ id, params, task }) {
    const drift = parseRegimes(params.regimes);
    if (typeof drift === 'string') return [paramProblem(id, 'regimes', { message: drift, fix: noDrift(id) })];
    if (drift.length > 0 && task === 'language-modelling') {
      return [
        paramProblem(id, 'regimes', {
          code: 'task-mismatch',
          message: t`Text for language modelling has no classes to drift between: leave the drift empty.`,
          fix: noDrift(id),
        }),
      ];
    }
    if (params.source === 'file' && params.path.trim() === '') {
      return [
        paramProblem(id, 'path', {
          message: t`This dataset reads a file but names none: choose a file, or use a built-in task.`,
          code: 'no-file',
          fix: {
            kind: 'set-param',
            nodeId: id,
            param: 'source',
            value: 'builtin',
            label: t`Use a built-in task`,
          },
        }),
      ];
    }
    return [];
  },
  lower({ id, params }, plan) {
    const settings: DatasetSettings = {
      nodeId: id,
      source: sourceOf(params),
      validationPath: params.source === 'file' && params.validationPath !== '' ? params.validationPath : null,
      validationFraction: params.validationFraction,
      maxRows: params.source === 'file' ? params.maxRows : 0,
      tokenizer: {
        kind: params.tokenizer,
        vocabSize: params.vocabSize,
        minFrequency: params.minFrequency,
        lowercase: params.lowercase,
      },
    };
    const drift = parseRegimes(params.regimes);
    plan.addDataset(
      typeof drift === 'string' || drift.length === 0 ? settings : { ...settings, regimes: drift },
    );
  },
  badge(params) {
    if (params.source === 'builtin') return t`built-in`;
    return params.path === '' ? t`no file` : (params.path.split(/[\\/]/).at(-1) ?? t`file`);
  },
};
