import { useMemo, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { fishSeries } from '#engine/protocol/series.ts';
import { FishMore } from '../inspector/FishMore.tsx';
import { lookClass, lookOf, lookTone, lookWord } from '../live/fishLook.ts';
import { isActive } from '../live/liveRun.ts';
import { useRun } from '../live/runStore.ts';
import { useRunSlowly } from '../live/useRunSlowly.ts';
import { FishGlyph } from '../ui/FishGlyph.tsx';
import { formatNumber } from './charts/formatNumber.ts';
import { type Column, type FishRow, sortRows } from './fishRows.ts';
import { useHighlight } from './highlight.ts';

const SHORT = { accuracy: 'Acc.', perplexity: 'Perpl.' } as const;
const MORE: readonly (readonly [Column, string])[] = [
  ['trainLoss', 'Loss, training'],
  ['gradNorm', 'Gradient norm'],
  ['examples', 'Examples'],
];

/** Columns of what only some swarms measure; shown where any fish has it. */
const MEASURED = [
  ['contribution', 'Worth', 'Contribution: how much better the swarm answers with it than without'],
  ['reputation', 'Reputation', 'What a controller thinks of it'],
  ['fitness', 'Fitness', 'What an evolution selects by'],
] as const;

/** Every fish with its newest figures, `all` of them where there is room; sortable by each column, steady in width while it streams. */
export function FishTable({ runId, all = false }: { readonly runId: RunId; readonly all?: boolean }) {
  const fish = useRun(runId, (run) => run.fish);
  const states = useRun(runId, (run) => run.fishState);
  const troubles = useRun(runId, (run) => run.fishTrouble);
  const latest = useRunSlowly(runId, (run) => run.latest);
  const active = useRun(runId, (run) => isActive(run.state)) ?? false;
  const task = useRun(runId, (run) => run.task);
  const [sort, setSort] = useState<{ column: Column; down: boolean }>({ column: 'name', down: false });
  const highlight = useHighlight((state) => state.fish);
  const quality = task === 'language-modelling' ? 'perplexity' : 'accuracy';
  const rows = useMemo(() => {
    const total = (fish ?? []).reduce((sum, one) => sum + one.examples, 0);
    const all = (fish ?? []).map((one, index): FishRow => {
      const look = lookOf({ fishState: states ?? {}, fishTrouble: troubles ?? {} }, one.id);
      const live = look.state === 'running' || look.state === 'waiting';
      const value = (metric: string): number | null =>
        live ? (latest?.[fishSeries(one.id, metric)] ?? null) : null;
      return {
        id: one.id,
        index,
        name: one.name,
        state: lookWord(look),
        look: lookClass(look),
        tone: lookTone(look),
        quality: value(quality),
        loss: value('loss'),
        trainLoss: value('trainLoss'),
        gradNorm: value('gradNorm'),
        examples: one.examples,
        share: total === 0 ? 0 : one.examples / total,
        rate: value('learningRate'),
        contribution: value('contribution'),
        reputation: value('reputation'),
        fitness: value('fitness'),
      };
    });
    return sortRows(all, sort.column, sort.down);
  }, [fish, states, troubles, latest, quality, sort]);

  const measured = MEASURED.filter(([column]) => rows.some((row) => row[column] !== null)).slice(
    0,
    all ? MEASURED.length : 1,
  );
  const withRate = all || measured.length === 0;
  const columns: readonly (readonly [Column, string])[] = [
    ['name', 'Fish'],
    ['quality', SHORT[quality]],
    ['loss', all ? 'Loss, validation' : 'Loss'],
    ...(all ? MORE : []),
    ['share', 'Share'],
    ...(withRate ? [['rate', all ? 'Learning rate' : 'Rate'] as const] : []),
    ...measured.map(([column, label]) => [column, label] as const),
    ['state', 'State'],
  ];
  const cell = (value: number | null, percent: boolean): string =>
    value === null ? '–' : formatNumber(value, percent);
  return (
    <section className={`fish-table ${all ? 'all' : ''}`} aria-label={all ? 'All about the fish' : 'Fish'}>
      <table className="figures">
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
            {all && active && (
              <th>
                <span className="visually-hidden">Actions</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            return (
              <tr
                key={row.id}
                className={highlight === row.id ? 'lit' : ''}
                onPointerEnter={() => useHighlight.setState({ fish: row.id })}
                onPointerLeave={() => useHighlight.setState({ fish: null })}
              >
                <td>
                  <span className={`fish-name ${row.look}`}>
                    <FishGlyph /> {row.name}
                  </span>
                </td>
                <td>{cell(row.quality, quality === 'accuracy')}</td>
                <td>{cell(row.loss, false)}</td>
                {all && (
                  <>
                    <td>{cell(row.trainLoss, false)}</td>
                    <td>{cell(row.gradNorm, false)}</td>
                    <td>{row.examples.toLocaleString('en')}</td>
                  </>
                )}
                <td>{formatNumber(row.share, true)} %</td>
                {withRate && <td>{row.rate === null ? '–' : row.rate.toExponential(1)}</td>}
                {measured.map(([column, , title]) => (
                  <td key={column} title={title}>
                    {worth(row[column], column)}
                  </td>
                ))}
                <td>
                  <span className={`pill ${row.tone}`}>{row.state}</span>
                </td>
                {all && active && (
                  <td className="run-actions">
                    <FishMore runId={runId} fish={row.id} name={row.name} />
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** A contribution in points with its sign, "+0.3"; a reputation in per cent. */
function worth(value: number | null, column: (typeof MEASURED)[number][0]): string {
  if (value === null) return '–';
  if (column === 'fitness') return formatNumber(value, false);
  const text = formatNumber(Math.abs(value), true);
  return column === 'reputation' ? `${text} %` : `${value < 0 ? '−' : '+'}${text}`;
}
