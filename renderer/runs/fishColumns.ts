import { z } from 'zod';
import { create } from 'zustand';
import { t } from '#engine/core/text.ts';
import { csvRow } from '#engine/exchange/csvRow.ts';
import { formatCount, formatScaled } from '../ui/format.ts';
import { formatNumber } from './charts/formatNumber.ts';
import type { Column, FishRow } from './fishRows.ts';

export interface FishColumn {
  readonly id: Column;
  readonly label: string;
  /** Where there is little room. */
  readonly short: string;
  readonly help: string;
  readonly text: (row: FishRow) => string;
}

const known = (value: number | null, format: (value: number) => string): string =>
  value === null ? '–' : format(value);
const plain = (value: number | null): string => known(value, (one) => formatNumber(one, false));
const percent = (value: number | null): string => known(value, (one) => `${formatNumber(one, true)} %`);
/** In points, with its sign: "+0.3". */
const points = (value: number | null): string =>
  known(value, (one) => `${one < 0 ? '−' : '+'}${formatNumber(Math.abs(one), true)}`);

/** Every column a table of fish can have, for a task measured in accuracy or in perplexity. */
export function fishColumns(quality: 'accuracy' | 'perplexity'): readonly FishColumn[] {
  const column = (
    id: Column,
    label: string,
    text: (row: FishRow) => string,
    { short = label, help = '' }: { readonly short?: string; readonly help?: string } = {},
  ): FishColumn => ({ id, label, short, help, text });
  return [
    column('name', t`Fish`, ({ name }) => name),
    quality === 'accuracy'
      ? column('quality', t`Accuracy`, (row) => known(row.quality, (one) => formatNumber(one, true)), {
          short: t`Acc.`,
          help: t`On validation, in per cent`,
        })
      : column('quality', t`Perplexity`, (row) => plain(row.quality), {
          short: t`Perpl.`,
          help: t`On validation`,
        }),
    column('loss', t`Loss, validation`, (row) => plain(row.loss), { short: t`Loss` }),
    column('trainLoss', t`Loss, training`, (row) => plain(row.trainLoss), { short: t`Training` }),
    column('gradNorm', t`Gradient norm`, (row) => plain(row.gradNorm), { short: t`Gradient` }),
    column('examples', t`Examples`, (row) => formatCount(row.examples)),
    column('share', t`Share of data`, (row) => percent(row.share), {
      short: t`Share`,
      help: t`Of the examples of all fish`,
    }),
    column('rate', t`Learning rate`, (row) => plain(row.rate), { short: t`Rate` }),
    column('speed', t`Tokens a second`, (row) => known(row.speed, (one) => formatScaled(one)), {
      short: t`Tokens/s`,
    }),
    column('messages', t`Messages`, (row) => known(row.messages, (one) => formatScaled(one)), {
      help: t`That crossed the links of its node in the last round, divided by the fish of the node`,
    }),
    column('contribution', t`Contribution`, (row) => points(row.contribution), {
      short: t`Worth`,
      help: t`How much better the swarm answers with it than without, in points`,
    }),
    column('reputation', t`Reputation`, (row) => percent(row.reputation), {
      help: t`What a controller thinks of it`,
    }),
    column('fitness', t`Fitness`, (row) => plain(row.fitness), { help: t`What an evolution selects by` }),
    column('state', t`State`, ({ state }) => state),
  ];
}

/** Columns of what only some swarms measure: shown without being asked for where any fish has it. */
const MEASURED = ['contribution', 'reputation', 'fitness'] as const;
/** Where it stands: beside the charts, or alone. */
export type TablePlace = 'aside' | 'alone';

/** What is shown while nobody has chosen. */
export function usualColumns(rows: readonly FishRow[], place: TablePlace): readonly Column[] {
  const measured = MEASURED.filter((column) => rows.some((row) => row[column] !== null));
  if (place === 'aside') return ['name', 'quality', 'loss', 'share', measured[0] ?? 'rate', 'state'];
  const messages = rows.some((row) => row.messages !== null) ? (['messages'] as const) : [];
  return [
    'name',
    'quality',
    'loss',
    'trainLoss',
    'gradNorm',
    'examples',
    'share',
    'rate',
    'speed',
    ...messages,
    ...measured,
    'state',
  ];
}

const KEY = 'shuurai.fishColumns';
const chosenSchema = z.object({
  aside: z.array(z.string()).nullable().catch(null),
  alone: z.array(z.string()).nullable().catch(null),
});
type Chosen = z.output<typeof chosenSchema>;

function remembered(): Chosen {
  const none: Chosen = { aside: null, alone: null };
  if (typeof localStorage === 'undefined') return none;
  try {
    return chosenSchema.parse(JSON.parse(localStorage.getItem(KEY) ?? JSON.stringify(none)));
  } catch {
    return none; // written by something else
  }
}

/** The columns a person chose; null: the usual ones. The browser remembers them. */
export const useChosenColumns = create<Chosen>()(() => remembered());
export function chooseColumns(place: TablePlace, columns: readonly Column[] | null): void {
  useChosenColumns.setState({ [place]: columns === null ? null : [...columns] });
  if (typeof localStorage !== 'undefined')
    localStorage.setItem(KEY, JSON.stringify(useChosenColumns.getState()));
}

/** The rows as they stand, numbers in full. */
export function fishCsv(columns: readonly FishColumn[], rows: readonly FishRow[]): string {
  const lines = rows.map((row) => csvRow(columns.map(({ id }) => row[id] ?? '')));
  return `${[csvRow(columns.map(({ label }) => label)), ...lines].join('\n')}\n`;
}
