import { t } from '#engine/core/text.ts';
import { csvRow } from '#engine/exchange/csvRow.ts';
import { alignLines, type ChartLine } from './chartData.ts';

/**
 * The chart as CSV: one row an x, one column a line; where points stand for several, their least and greatest value in two
 * columns more.
 */
export function linesToCsv(xLabel: string, lines: readonly ChartLine[]): string {
  const { xs, ys, spans } = alignLines(lines);
  const columns = lines.flatMap(({ label }, at) => {
    const span = spans[at] ?? null;
    const own = { title: label, column: ys[at]! }; // as many as lines
    return span === null
      ? [own]
      : [own, { title: t`${label} min`, column: span.low }, { title: t`${label} max`, column: span.high }];
  });
  const rows = xs.map((x, row) => csvRow([x, ...columns.map(({ column }) => column[row] ?? '')]));
  return `${[csvRow([xLabel, ...columns.map(({ title }) => title)]), ...rows].join('\n')}\n`;
}
