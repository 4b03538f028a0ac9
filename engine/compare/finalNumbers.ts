import { translate } from '../core/translate.ts';
import type { SwarmDocument } from '../document/schema.ts';
import { csvRow } from '../exchange/csvRow.ts';
import { metricOf } from '../metrics/catalogue.ts';
import type { Metric } from '../metrics/metric.ts';
import { parseSeries } from '../protocol/series.ts';
import { documentChanges } from './documentChanges.ts';

export interface ComparedRun {
  readonly id: string;
  readonly name: string;
  readonly seed: number;
  /** Last value of every swarm series, by series name. */
  readonly metrics: Readonly<Record<string, number>>;
  /** null where it cannot be read: such a run stands alone. */
  readonly document: SwarmDocument | null;
}

/** One run, or several that differ in nothing but their seed. */
export interface NumbersColumn {
  readonly title: string;
  readonly runs: readonly ComparedRun[];
}

export interface NumbersCell {
  readonly mean: number;
  /** Sample standard deviation over seeds (n - 1); null for one value. */
  readonly deviation: number | null;
  /** Runs that have the number. */
  readonly count: number;
  /** Of the metric's columns the best; where several are, all of them. */
  readonly best: boolean;
  /** To the first column; null in it, and where it has no number. */
  readonly difference: number | null;
}

export interface NumbersRow {
  /** Series name. */
  readonly metric: string;
  readonly label: string;
  readonly unit: Metric['unit'];
  readonly better: Metric['better'];
  /** One a column; null where no run of it has the number. */
  readonly cells: readonly (NumbersCell | null)[];
}

export interface FinalNumbers {
  readonly columns: readonly NumbersColumn[];
  readonly rows: readonly NumbersRow[];
}

/** The last numbers of runs side by side, the first to compare with; `join`: runs that differ in the seed alone share a column. */
export function finalNumbers(runs: readonly ComparedRun[], seeds: 'join' | 'apart'): FinalNumbers {
  const groups: ComparedRun[][] = [];
  for (const run of runs) {
    const group =
      seeds === 'join' ? groups.find(([first]) => first !== undefined && isTwin(first, run)) : undefined;
    if (group === undefined) groups.push([run]);
    else group.push(run);
  }
  const columns = groups.map((group): NumbersColumn => ({ title: titleOf(group, groups), runs: group }));
  const names = [...new Set(runs.flatMap(({ metrics }) => Object.keys(metrics)))];
  return { columns, rows: names.map((metric) => rowOf(metric, columns)).toSorted(byRank) };
}

/** Whether two runs differ in nothing that could change their results but the seed. */
function isTwin(a: ComparedRun, b: ComparedRun): boolean {
  if (a.document === null || b.document === null) return false;
  return documentChanges(a.document, b.document).every(
    (change) =>
      change.of === 'about' ||
      change.of === 'group' ||
      change.of === 'comment' ||
      change.of === 'node-place' ||
      (change.of === 'run' && change.name === 'seed'),
  );
}

function titleOf(group: readonly ComparedRun[], groups: readonly (readonly ComparedRun[])[]): string {
  const [first] = group;
  if (first === undefined) return '';
  const others = groups.filter((other) => other !== group).map(([one]) => one);
  if (group.length > 1) return `${first.name} × ${group.length}`;
  if (others.every((other) => other?.name !== first.name)) return first.name;
  return others.some((other) => other?.name === first.name && other.seed === first.seed)
    ? `${first.name} · ${first.id.slice(-4)}`
    : `${first.name} · ${first.seed}`;
}

/** Accuracies of fish where the runs classify; where they model language the same names are of losses. */
const OF_FISH = new Set(['swarm/bestFish', 'swarm/meanFish', 'swarm/worstFish', 'swarm/gainOverBest']);

const isOfAccuracy = (metric: string, columns: readonly NumbersColumn[]): boolean =>
  OF_FISH.has(metric) &&
  columns.every(({ runs }) => runs.every(({ metrics }) => metrics['swarm/perplexity'] === undefined));

function rowOf(metric: string, columns: readonly NumbersColumn[]): NumbersRow {
  const parsed = parseSeries(metric);
  const known = parsed === null ? undefined : metricOf(parsed.scope, parsed.metric);
  const better = known?.better ?? null;
  const measured = columns.map(({ runs }) => {
    const values = runs.flatMap(({ metrics }) => metrics[metric] ?? []);
    return values.length === 0 ? null : statistics(values);
  });
  const means = measured.flatMap((one) => (one === null ? [] : [one.mean]));
  const best = better === null ? null : better === 'higher' ? Math.max(...means) : Math.min(...means);
  const reference = measured[0]?.mean;
  return {
    metric,
    label:
      parsed?.metric.startsWith('f1:') === true
        ? `F1 ${parsed.metric.slice(3)}`
        : translate(known?.label ?? metric),
    unit: known?.unit === '' && isOfAccuracy(metric, columns) ? 'share' : (known?.unit ?? ''),
    better,
    cells: measured.map((one, index) =>
      one === null
        ? null
        : {
            ...one,
            best: one.mean === best && means.length > 1,
            difference: index === 0 || reference === undefined ? null : one.mean - reference,
          },
    ),
  };
}

function statistics(values: readonly number[]): Pick<NumbersCell, 'mean' | 'deviation' | 'count'> {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  if (count === 1) return { mean, deviation: null, count };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  return { mean, deviation: Math.sqrt(variance), count };
}

const FIRST = ['swarm/accuracy', 'swarm/perplexity', 'swarm/loss'];
const rank = (metric: string): number => (FIRST.indexOf(metric) + FIRST.length + 1) % (FIRST.length + 1);
const byRank = (a: NumbersRow, b: NumbersRow): number =>
  rank(a.metric) - rank(b.metric) || a.metric.localeCompare(b.metric);

/** RFC 4180; a column a run, or of several seeds its mean and its standard deviation. */
export function numbersToCsv({ columns, rows }: FinalNumbers): string {
  const several = columns.map(({ runs }) => runs.length > 1);
  const head = [
    'metric',
    ...columns.flatMap(({ title }, at) =>
      several[at] === true ? [`${title} mean`, `${title} sd`] : [title],
    ),
  ];
  const lines = rows.map(({ metric, cells }) => [
    metric,
    ...cells.flatMap((cell, at) => {
      const mean = cell === null ? '' : String(cell.mean);
      return several[at] === true ? [mean, cell?.deviation == null ? '' : String(cell.deviation)] : [mean];
    }),
  ]);
  return `${[head, ...lines].map(csvRow).join('\n')}\n`;
}
