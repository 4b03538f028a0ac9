/** One line of a chart: parallel arrays, x ascending. */
export interface ChartLine {
  readonly key: string;
  readonly label: string;
  /** A CSS colour or variable, `var(--score)`. */
  readonly color: string;
  /** The swarm is drawn strong, fish thin. */
  readonly emphasis: 'strong' | 'normal' | 'thin';
  readonly dash?: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** An event on the time axis: a fault, a takeover, a command. */
export interface ChartMarker {
  readonly x: number;
  readonly label: string;
  readonly tone: 'bad' | 'ok' | 'warn' | 'neutral';
  /** A `tick` is short and has no label: for what happens often. */
  readonly shape: 'line' | 'tick';
}

/**
 * Exponential moving average with the bias of its first values corrected (as Adam's moments are, Kingma & Ba 2015),
 * so that smoothing does not pull the start of a line towards zero. `weight` 0 leaves the line as it is.
 */
export function smooth(values: readonly number[], weight: number): number[] {
  if (weight <= 0) return [...values];
  let average = 0;
  let correction = 1;
  return values.map((value) => {
    if (!Number.isFinite(value)) return value;
    average = weight * average + (1 - weight) * value;
    correction *= weight;
    return average / (1 - correction);
  });
}

/** Values of the same x joined into the shared-x columns uPlot draws; a line without a value there has a gap (null). */
export function alignLines(lines: readonly ChartLine[]): [number[], ...(number | null)[][]] {
  const xs = [...new Set(lines.flatMap((line) => [...line.x]))].sort((a, b) => a - b);
  const position = new Map(xs.map((x, index) => [x, index]));
  const columns = lines.map((line) => {
    const column: (number | null)[] = new Array(xs.length).fill(undefined);
    line.x.forEach((x, index) => {
      const y = line.y[index];
      const at = position.get(x);
      if (at !== undefined) column[at] = y !== undefined && Number.isFinite(y) ? y : null;
    });
    return column;
  });
  return [xs, ...columns];
}

/** The chart as CSV: one row an x, one column a line; fields quoted where needed (RFC 4180). */
export function linesToCsv(xLabel: string, lines: readonly ChartLine[]): string {
  const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const [xs, ...columns] = alignLines(lines);
  const rows = xs.map((x, row) => [x, ...columns.map((column) => column[row] ?? '')].join(','));
  return `${[[xLabel, ...lines.map((line) => line.label)].map(quote).join(','), ...rows].join('\n')}\n`;
}
