/** Numbers in a row, typed or not. */
export type Column = ArrayLike<number>;

/** One line of a chart: parallel columns, x ascending. */
export interface ChartLine {
  readonly key: string;
  readonly label: string;
  /** A CSS colour or variable, `var(--score)`. */
  readonly color: string;
  /** The swarm is drawn strong, fish thin. */
  readonly emphasis: 'strong' | 'normal' | 'thin';
  readonly dash?: readonly number[];
  readonly x: Column;
  readonly y: Column;
  /** Least and greatest value of what each point stands for, where it stands for several. */
  readonly low?: Column;
  readonly high?: Column;
  /** Before it was smoothed: drawn pale behind it. */
  readonly raw?: Column;
}

/** An event on the time axis: a fault, a takeover, a command. */
export interface ChartMarker {
  readonly x: number;
  readonly label: string;
  readonly tone: 'bad' | 'ok' | 'warn' | 'neutral';
  /** A `tick` is short and has no label: for what happens often. */
  readonly shape: 'line' | 'tick';
}

/** A stretch of the x axis that is looked at. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Exponential moving average with the bias of its first values corrected (as Adam's moments are, Kingma & Ba 2015),
 * so that smoothing does not pull the start of a line towards zero. `weight` 0 leaves the line as it is.
 */
export function smooth(values: Column, weight: number): number[] {
  if (weight <= 0) return Array.from(values);
  let average = 0;
  let correction = 1;
  return Array.from(values, (value) => {
    if (!Number.isFinite(value)) return value;
    average = weight * average + (1 - weight) * value;
    correction *= weight;
    return average / (1 - correction);
  });
}

/** A column of an aligned chart: undefined where the line has no point at that x, null where it has a gap. */
export type AlignedColumn = (number | null | undefined)[];

export interface AlignedLines {
  /** Every x of any line, ascending. */
  readonly xs: number[];
  readonly ys: readonly AlignedColumn[];
  /** By line, null where it was not smoothed. */
  readonly raws: readonly (AlignedColumn | null)[];
  /** By line, null where its points stand for themselves. */
  readonly spans: readonly ({ readonly low: AlignedColumn; readonly high: AlignedColumn } | null)[];
}

/** Lines of different x joined into columns over a shared one. */
export function alignLines(lines: readonly ChartLine[]): AlignedLines {
  const xs = unionOf(lines.map(({ x }) => x));
  const spread = (x: Column, values: Column): AlignedColumn => {
    const column: AlignedColumn = new Array(xs.length).fill(undefined);
    let at = 0;
    for (let index = 0; index < x.length; index += 1) {
      while (xs[at]! < x[index]!) at += 1;
      const value = values[index];
      column[at] = value !== undefined && Number.isFinite(value) ? value : null;
    }
    return column;
  };
  return {
    xs,
    ys: lines.map(({ x, y }) => spread(x, y)),
    raws: lines.map(({ x, raw }) => (raw === undefined ? null : spread(x, raw))),
    spans: lines.map(({ x, low, high }) =>
      low === undefined || high === undefined ? null : { low: spread(x, low), high: spread(x, high) },
    ),
  };
}

function unionOf(columns: readonly Column[]): number[] {
  const [first, ...others] = columns;
  if (first === undefined) return [];
  const same = (column: Column): boolean => {
    if (column === first) return true;
    if (column.length !== first.length) return false;
    for (let at = 0; at < first.length; at += 1) if (column[at] !== first[at]) return false;
    return true;
  };
  const different = others.filter((column) => !same(column));
  const all = new Float64Array(
    first.length + different.reduce((length, column) => length + column.length, 0),
  );
  all.set(Array.from(first));
  let end = first.length;
  for (const column of different) {
    all.set(Array.from(column), end);
    end += column.length;
  }
  if (different.length > 0) all.sort();
  const xs: number[] = [];
  for (const x of all) if (x !== xs.at(-1)) xs.push(x);
  return xs;
}

const READ_FIRST: readonly ChartLine['emphasis'][] = ['strong', 'normal', 'thin'];

/** For a legend or a table: the strongest lines first, and otherwise as they are given. */
export const inReadingOrder = (lines: readonly ChartLine[]): ChartLine[] =>
  lines.toSorted((a, b) => READ_FIRST.indexOf(a.emphasis) - READ_FIRST.indexOf(b.emphasis));

/** The last value of a line that is a number; null where it has none. */
export function lastOf({ y }: Pick<ChartLine, 'y'>): number | null {
  for (let at = y.length - 1; at >= 0; at -= 1) {
    const value = y[at];
    if (value !== undefined && Number.isFinite(value)) return value;
  }
  return null;
}

/** The first place of an ascending column whose value is above `bound` (or equal to it, if so asked). */
export function firstAbove(x: Column, bound: number, or: 'only' | 'or-equal' = 'only'): number {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle]! > bound || (or === 'or-equal' && x[middle] === bound)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Places of the points within a range, and one more at either side. */
export function within(x: Column, range: Range | null): { readonly first: number; readonly end: number } {
  if (range === null) return { first: 0, end: x.length };
  return {
    first: Math.max(0, firstAbove(x, range.from, 'or-equal') - 1),
    end: Math.min(x.length, firstAbove(x, range.to) + 1),
  };
}
