import type { MouseEvent } from 'react';
import { t } from '#engine/core/text.ts';
import type { RunListing, RunSort } from '#engine/protocol/api/runs.ts';
import { formatCount, formatScaled } from '../../ui/format.ts';
import { openRun } from '../openRun.ts';
import { changeQuery, choose, clickRun, useHistory } from './historyStore.ts';
import { RunSpark } from './RunSpark.tsx';
import { lossText, resultText, STATE_WORDS, stateTone, whenText } from './runWords.ts';

const COLUMNS: readonly (readonly [RunSort, string, string?])[] = [
  ['name', t`Name`],
  ['created', t`Started`],
  ['state', t`State`],
  ['seed', t`Seed`],
  ['round', t`Round`],
  ['accuracy', t`Result`],
  ['loss', t`Loss`, 'less'],
  ['executor', t`Executor`, 'aside'],
  ['version', t`Engine`, 'aside'],
  ['bytes', t`Disk`],
];

interface RunTableProps {
  readonly runs: readonly RunListing[];
  /** The run shown with the active document. */
  readonly shown: string | null;
  readonly onProblem: (work: Promise<unknown>) => void;
}

/** A page of runs: sortable, several can be chosen. */
export function RunTable({ runs, shown, onProblem }: RunTableProps) {
  const { sort, down } = useHistory((state) => state.query);
  const chosen = useHistory((state) => state.chosen);
  const all = runs.length > 0 && runs.every(({ id }) => chosen.includes(id));
  return (
    <table className="figures history-table">
      <thead>
        <tr>
          <th className="history-check">
            <input
              type="checkbox"
              aria-label={t`Choose all of this page`}
              checked={all}
              onChange={() => choose(all ? [] : runs.map(({ id }) => id))}
            />
          </th>
          {COLUMNS.map(([column, label, className]) => (
            <th
              key={column}
              scope="col"
              className={className}
              aria-sort={sort !== column ? 'none' : down ? 'descending' : 'ascending'}
            >
              <button
                type="button"
                onClick={() =>
                  changeQuery({ sort: column, down: sort === column ? !down : column !== 'name' })
                }
              >
                {label}
                <span aria-hidden="true">{sort === column ? (down ? ' ↓' : ' ↑') : ''}</span>
              </button>
            </th>
          ))}
          <th>
            <span className="visually-hidden">{t`Actions`}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow
            key={run.id}
            run={run}
            runs={runs}
            chosen={chosen.includes(run.id)}
            shown={run.id === shown}
            onProblem={onProblem}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RunRowProps extends Pick<RunTableProps, 'runs' | 'onProblem'> {
  readonly run: RunListing;
  readonly chosen: boolean;
  readonly shown: boolean;
}

function RunRow({ run, runs, chosen, shown, onProblem }: RunRowProps) {
  const click = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('button, input') !== null) return;
    clickRun(runs, run.id, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only');
  };
  const open = (): void => onProblem(openRun(run.id));
  return (
    // A row is chosen by its checkbox; a click anywhere on it is a shorter way for the pointer.
    <tr
      className={`${chosen ? 'chosen' : ''} ${shown ? 'lit' : ''}`}
      data-run={run.id}
      onClick={click}
      onDoubleClick={open}
    >
      <td className="history-check">
        <input
          type="checkbox"
          aria-label={t`Choose ${run.name}, seed ${run.seed}`}
          checked={chosen}
          onChange={({ nativeEvent }) =>
            clickRun(
              runs,
              run.id,
              nativeEvent instanceof MouseEvent && nativeEvent.shiftKey ? 'range' : 'toggle',
            )
          }
        />
      </td>
      <td title={run.note === '' ? run.id : run.note}>
        <span className="history-name">
          <span className="clip">{run.name === '' ? t`Untitled` : run.name}</span>
          {run.tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
        </span>
      </td>
      <td>{whenText(run.createdAt)}</td>
      <td>
        <span className={`pill ${stateTone(run.state)}`} title={run.error ?? undefined}>
          {STATE_WORDS[run.state]}
        </span>
      </td>
      <td>{run.seed}</td>
      <td>
        {formatCount(run.round)} / {formatCount(run.rounds)}
      </td>
      <td className="history-result">
        <RunSpark values={run.spark} />
        <span>{resultText(run)}</span>
      </td>
      <td className="less">{lossText(run)}</td>
      <td className="aside">{run.executor}</td>
      <td className="aside">{run.engineVersion}</td>
      <td>{formatScaled(run.bytes, 'B')}</td>
      <td className="run-actions">
        <button type="button" className="btn small" onClick={open}>
          {t`Open`}
        </button>
      </td>
    </tr>
  );
}
