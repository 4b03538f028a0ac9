import { useMemo, useState } from 'react';
import {
  finalNumbers,
  type NumbersCell,
  type NumbersRow,
  numbersToCsv,
} from '#engine/compare/finalNumbers.ts';
import { t } from '#engine/core/text.ts';
import { download } from '../../files/download.ts';
import { formatFixed } from '../../ui/format.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { formatNumber } from '../charts/formatNumber.ts';
import type { OpenedRun } from './comparedRuns.ts';
import { RunKey } from './RunKey.tsx';

interface NumbersTableProps {
  readonly runs: readonly OpenedRun[];
  readonly titles: ReadonlyMap<string, string>;
}

/** The last numbers: runs as columns, the best of each row marked, differences to the first. */
export function NumbersTable({ runs, titles }: NumbersTableProps) {
  const [join, setJoin] = useState(true);
  const numbers = useMemo(() => finalNumbers(runs, join ? 'join' : 'apart'), [runs, join]);
  const twins = useMemo(() => finalNumbers(runs, 'join').columns.length < runs.length, [runs]);
  return (
    <section className="compare-numbers" aria-label={t`Last numbers`}>
      <header className="compare-head">
        <h3 className="section-title">{t`Last numbers`}</h3>
        {twins && (
          <label>
            <input type="checkbox" checked={join} onChange={(event) => setJoin(event.target.checked)} />
            {t`mean ± standard deviation over seeds of the same swarm`}
          </label>
        )}
        <button
          type="button"
          className="btn small"
          onClick={() => download('runs.csv', numbersToCsv(numbers), 'text/csv')}
        >
          {t`Save as CSV`}
        </button>
      </header>
      <ScrollRegion className="compare-scroll" label={t`Table of last numbers`}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t`Metric`}</th>
              {numbers.columns.map(({ title, runs: members }) => {
                const [first] = members;
                const at = runs.findIndex(({ id }) => id === first?.id);
                return (
                  <th key={first?.id} scope="col" title={members.map(({ id }) => titles.get(id)).join('\n')}>
                    {members.length === 1 && <RunKey at={at} />}
                    {members.length === 1 ? (titles.get(first?.id ?? '') ?? title) : title}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {numbers.rows.map((row) => (
              <tr key={row.metric}>
                <th scope="row" title={row.metric}>
                  {row.label}
                </th>
                {row.cells.map((cell, at) => (
                  <td key={numbers.columns[at]?.runs[0]?.id} className={cell?.best === true ? 'best' : ''}>
                    {cell === null ? '–' : <Cell cell={cell} row={row} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

/** With its sign; what rounds to nothing has none. */
function differenceText(difference: number, shown: (value: number) => string): string {
  const size = shown(Math.abs(difference));
  const sign = /[1-9]/.test(size) ? (difference > 0 ? '+' : '−') : '±';
  return `${sign}${size}`;
}

function Cell({ cell, row }: { readonly cell: NumbersCell; readonly row: NumbersRow }) {
  const { mean, deviation, difference, best } = cell;
  const percent = row.unit === 'share';
  const shown = (value: number): string =>
    row.unit === 'fish' && Number.isInteger(value)
      ? String(value)
      : !percent && value !== 0 && Math.abs(value) < 1
        ? formatFixed(value, 3) // so that a mean and its deviation have as many places
        : formatNumber(value, percent);
  const better =
    difference === null || difference === 0 || row.better === null
      ? ''
      : difference > 0 === (row.better === 'higher')
        ? 'better'
        : 'worse';
  return (
    <>
      <span className="compare-value">
        {shown(mean)}
        {deviation !== null && ` ± ${shown(deviation)}`}
        {percent && ' %'}
        {best && (
          <b className="best-mark" title={t`the best of this row`}>
            ★<span className="visually-hidden">{t`best`}</span>
          </b>
        )}
      </span>
      {difference !== null && <small className={better}>{differenceText(difference, shown)}</small>}
    </>
  );
}
