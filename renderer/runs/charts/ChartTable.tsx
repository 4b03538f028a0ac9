import { counted, t } from '#engine/core/text.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { alignLines, type ChartLine, type Range } from './chartData.ts';
import { formatNumber } from './formatNumber.ts';
import { type AxisKind, formatPlace } from './ticks.ts';

const MOST_ROWS = 200;

interface ChartTableProps {
  readonly title: string;
  readonly xLabel: string;
  readonly xKind: AxisKind;
  readonly percent: boolean;
  readonly lines: readonly ChartLine[];
  readonly range: Range;
}

/** The values that a chart shows, for whoever reads rather than looks. */
export function ChartTable({ title, xLabel, xKind, percent, lines, range }: ChartTableProps) {
  const { xs, ys } = alignLines(lines);
  const inView = xs.flatMap((x, at) => (x >= range.from && x <= range.to ? [at] : []));
  const every = Math.max(1, Math.ceil(inView.length / MOST_ROWS));
  const rows = inView.filter((_, index) => index % every === 0 || index === inView.length - 1);
  return (
    <>
      {every > 1 && (
        <p className="chart-table-note">
          {counted(inView.length, '{0} point is in view.', '{0} points are in view.')}{' '}
          {t`One in ${every} is listed; the CSV file has all.`}
        </p>
      )}
      <ScrollRegion className="chart-table" label={t`Values of ${title}`}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{xLabel}</th>
              {lines.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((at) => (
              <tr key={at}>
                <td>{formatPlace(xs[at] ?? 0, xKind)}</td>
                {lines.map(({ key }, line) => {
                  const value = ys[line]?.[at];
                  return <td key={key}>{typeof value === 'number' ? formatNumber(value, percent) : '–'}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
