import { useEffect, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { useRun } from '../live/runStore.ts';
import { Empty } from '../ui/Empty.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { formatNumber } from './charts/formatNumber.ts';
import { type ClassScore, classScores } from './classScores.ts';
import { useRequest } from './useRequest.ts';

/** Validation examples by truth (rows) and answer (columns), for the swarm or one fish; follows the run. */
export function Confusion({ runId }: { readonly runId: RunId }) {
  const fish = useRun(runId, (run) => run.fish);
  const task = useRun(runId, (run) => run.task);
  const round = useRun(runId, (run) => run.round);
  const [who, setWho] = useState('');
  const { result, error, send } = useRequest('runs.confusion');
  const applies = task !== 'language-modelling';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks again
  useEffect(() => {
    if (applies) void send({ runId, fish: who === '' ? null : who });
  }, [runId, who, round, applies, send]);

  if (!applies)
    return (
      <Empty icon="grid" title="Nothing to confuse">
        A language model has no classes. Its perplexity and accuracy are under Learning.
      </Empty>
    );
  return (
    <div className="confusion">
      <label>
        whose answers
        <select className="input select small" value={who} onChange={(event) => setWho(event.target.value)}>
          <option value="">the swarm</option>
          {fish?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <span className="confusion-hint">rows: what it was · columns: what was answered</span>
      </label>
      {error !== null && <p className="form-error">{error}</p>}
      {result === null && error === null && (
        <Empty icon="grid" title="Waiting for the first evaluation">
          The counts appear with it and follow the run.
        </Empty>
      )}
      {result !== null && (
        <ScrollRegion className="confusion-scroll" label="Counts and scores by class">
          <CountTable labels={result.labels} counts={result.counts} />
          <ScoreTable scores={classScores(result.labels, result.counts)} />
        </ScrollRegion>
      )}
    </div>
  );
}

interface CountTableProps {
  readonly labels: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

function CountTable({ labels, counts }: CountTableProps) {
  const most = Math.max(1, ...counts.flat());
  return (
    <table className="confusion-counts">
      <thead>
        <tr>
          <td />
          {labels.map((label) => (
            <th key={label} scope="col" title={label}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((row, truth) => (
          <tr key={labels[truth]}>
            <th scope="row" title={labels[truth]}>
              {labels[truth]}
            </th>
            {row.map((count, answer) => (
              <td
                key={labels[answer]}
                className={count === 0 ? 'none' : ''}
                style={{
                  background: `color-mix(in srgb, var(${truth === answer ? '--ok' : '--bad'}) ${Math.round((count / most) * 45)}%, transparent)`,
                }}
              >
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const SCORES = ['precision', 'recall', 'f1'] as const;

function ScoreTable({ scores }: { readonly scores: readonly ClassScore[] }) {
  return (
    <table className="figures confusion-scores">
      <thead>
        <tr>
          <th scope="col">Class</th>
          <th scope="col">Examples</th>
          <th scope="col">Precision</th>
          <th scope="col">Recall</th>
          <th scope="col">F1</th>
        </tr>
      </thead>
      <tbody>
        {scores.map((score) => (
          <tr key={score.label}>
            <td>{score.label}</td>
            <td>{score.examples}</td>
            {SCORES.map((name) => {
              const value = score[name];
              return <td key={name}>{value === null ? '–' : `${formatNumber(value, true)} %`}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
