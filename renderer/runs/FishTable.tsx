import { useMemo, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import type { FishState } from '#engine/protocol/events.ts';
import { fishSeries } from '#engine/protocol/series.ts';
import { killFish, reviveFish } from '../live/fishActions.ts';
import { isActive } from '../live/liveRun.ts';
import { useRun } from '../live/runStore.ts';
import { useRunSlowly } from '../live/useRunSlowly.ts';
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

const SHORT = { accuracy: 'Acc.', perplexity: 'Perpl.' } as const;
const MORE: readonly (readonly [Column, string])[] = [
  ['trainLoss', 'Loss, training'],
  ['gradNorm', 'Gradient norm'],
  ['examples', 'Examples'],
];

interface FishActionProps {
  readonly runId: RunId;
  readonly fish: string;
  readonly name: string;
  readonly state: FishState;
}

function FishAction({ runId, fish, name, state }: FishActionProps) {
  const dead = state === 'dead' || state === 'failed';
  return (
    <button
      type="button"
      className={`btn small quiet ${dead ? 'mend' : 'danger'}`}
      aria-label={`${dead ? 'Revive' : 'Kill'} ${name}`}
      onClick={() => void (dead ? reviveFish(runId, fish) : killFish(runId, fish))}
    >
      {dead ? 'Revive' : 'Kill'}
    </button>
  );
}

/** Every fish with its newest figures, `all` of them where there is room; sortable by each column, steady in width while it streams. */
export function FishTable({ runId, all = false }: { readonly runId: RunId; readonly all?: boolean }) {
  const fish = useRun(runId, (run) => run.fish);
  const states = useRun(runId, (run) => run.fishState);
  const latest = useRunSlowly(runId, (run) => run.latest);
  const active = useRun(runId, (run) => isActive(run.state)) ?? false;
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
        trainLoss: value('trainLoss'),
        gradNorm: value('gradNorm'),
        examples: one.examples,
        share: total === 0 ? 0 : one.examples / total,
        rate: value('learningRate'),
      };
    });
    return sortRows(all, sort.column, sort.down);
  }, [fish, states, latest, quality, sort]);

  const columns: readonly (readonly [Column, string])[] = [
    ['name', 'Fish'],
    ['quality', SHORT[quality]],
    ['loss', all ? 'Loss, validation' : 'Loss'],
    ...(all ? MORE : []),
    ['share', 'Share'],
    ['rate', all ? 'Learning rate' : 'Rate'],
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
                {all && (
                  <>
                    <td>{cell(row.trainLoss, false)}</td>
                    <td>{cell(row.gradNorm, false)}</td>
                    <td>{row.examples.toLocaleString('en')}</td>
                  </>
                )}
                <td>{formatNumber(row.share, true)} %</td>
                <td>{row.rate === null ? '–' : row.rate.toExponential(1)}</td>
                <td>
                  <span className={`pill ${tone}`}>{text}</span>
                </td>
                {all && active && (
                  <td className="run-actions">
                    <FishAction runId={runId} fish={row.id} name={row.name} state={row.state} />
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
