import { alignLines, type ChartLine } from './charts/chartData.ts';
import type { LineColumns } from './lineColumns.ts';

/** The mean of several lines at each x where any has a value; its bounds are the means of theirs. */
export function meanColumns(columns: readonly LineColumns[]): LineColumns {
  const lines = columns.map(
    (one, at): ChartLine => ({
      key: String(at),
      label: '',
      color: '',
      emphasis: 'thin',
      ...one,
    }),
  );
  const { xs, ys, spans } = alignLines(lines);
  const meanOf = (valuesAt: (line: number) => number | null | undefined): number => {
    let sum = 0;
    let count = 0;
    for (let line = 0; line < columns.length; line += 1) {
      const value = valuesAt(line);
      if (typeof value !== 'number') continue;
      sum += value;
      count += 1;
    }
    return count === 0 ? Number.NaN : sum / count;
  };
  const y = xs.map((_, at) => meanOf((line) => ys[line]?.[at]));
  if (spans.every((span) => span === null)) return { x: xs, y };
  const bound = (which: 'low' | 'high'): number[] =>
    xs.map((_, at) => meanOf((line) => (spans[line] ?? null)?.[which][at] ?? ys[line]?.[at]));
  return { x: xs, y, low: bound('low'), high: bound('high') };
}
