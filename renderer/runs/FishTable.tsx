import { useMemo, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import type { FishState } from '#engine/protocol/events.ts';
import { fishSeries } from '#engine/protocol/series.ts';
import { useRun } from '../live/runStore.ts';
import { FishGlyph } from '../ui/FishGlyph.tsx';
import { formatNumber } from './charts/formatNumber.ts';
import { type Column, type FishRow, sortRows } from './fishRows.ts';
import { useHighlight } from './highlight.ts';

const STATE_PILL: Record<FishState, readonly [text: string, tone: string]> = {
  waiting: ['waiting', ''],
  running: ['live', 'ok'],
  dead: ['dead', 'bad'],
  failed: ['failed', 'bad'],
  removed: ['removed', ''],
};

/** Every fish with its newest figures; sortable by each column, steady in width while it streams. */
export function FishTable({ runId }: { readonly runId: RunId }) {
  const fish = useRun(runId, (run) => run.fish);
  const states = useRun(runId, (run) => run.fishState);
  const latest = useRun(runId, (run) => run.latest);
  const task = useRun(runId, (run) => run.task);
  const [sort, setSort] = useState<{ column: Column; down: boolean }>({ column: 'name', down: false });
  const highlight = useHighlight((state) => state.fish);
  const quality = task === 'language-modelling' ? 'perplexity' : 'accuracy';
  const rows = useMemo(() => {
    const total = (fish ?? []).reduce((sum, one) => sum + one.examples, 0);
    const all = (fish ?? []).map((one, index): FishRow => {
      const state = states?.[one.id] ?? 'waiting';
      const live = state === 'running' || state === 'waiting';
      const value = (metric: string): number | null =>
        live ? (latest?.[fishSeries(one.id, metric)] ?? null) : null;
      return {
        id: one.id,
        index,
        name: one.name,
        state,
        quality: value(quality),
        loss: value('loss'),
        share: total === 0 ? 0 : one.examples / total,
        rate: value('learningRate'),
      };
    });
    return sortRows(all, sort.column, sort.down);
  }, [fish, states, latest, quality, sort]);

  const columns: readonly (readonly [Column, string])[] = [
    ['name', 'Fish'],
    ['quality', quality === 'accuracy' ? 'Acc.' : 'Perpl.'],
    ['loss', 'Loss'],
    ['share', 'Share'],
    ['rate', 'Rate'],
    ['state', 'State'],
  ];
  const cell = (value: number | null, percent: boolean): string =>
    value === null ? '–' : formatNumber(value, percent);
  return (
    <section className="fish-table" aria-label="Fish">
      <table>
        <thead>
          <tr>
            {columns.map(([column, label]) => (
              <th
                key={column}
                scope="col"
                aria-sort={sort.column !== column ? 'none' : sort.down ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  onClick={() => setSort({ column, down: sort.column === column && !sort.down })}
                >
                  {label}
                  <span aria-hidden="true">{sort.column === column ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const [text, tone] = STATE_PILL[row.state];
            return (
              <tr
                key={row.id}
                className={highlight === row.id ? 'lit' : ''}
                onPointerEnter={() => useHighlight.setState({ fish: row.id })}
                onPointerLeave={() => useHighlight.setState({ fish: null })}
              >
                <td>
                  <span className={`fish-name ${row.state}`}>
                    <FishGlyph /> {row.name}
                  </span>
                </td>
                <td>{cell(row.quality, quality === 'accuracy')}</td>
                <td>{cell(row.loss, false)}</td>
                <td>{formatNumber(row.share, true)} %</td>
                <td>{row.rate === null ? '–' : row.rate.toExponential(1)}</td>
                <td>
                  <span className={`pill ${tone}`}>{text}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
