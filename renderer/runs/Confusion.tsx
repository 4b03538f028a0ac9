import { useEffect, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { useRun } from '../live/runStore.ts';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
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
    return <p className="empty">A language model has no classes to confuse. Look at Learning instead.</p>;
  const most = Math.max(1, ...(result?.counts.flat() ?? []));
  return (
    <div className="confusion">
      <label>
        whose answers
        <select className="input" value={who} onChange={(event) => setWho(event.target.value)}>
          <option value="">the swarm</option>
          {fish?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {error !== null && <p className="form-error">{error}</p>}
      {result === null && error === null && <p className="empty">Waiting for the first evaluation.</p>}
      {result !== null && (
        <ScrollRegion className="confusion-scroll" label="Confusion matrix">
          <table>
            <caption>rows: what it was · columns: what was answered</caption>
            <thead>
              <tr>
                <td />
                {result.labels.map((label) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {result.counts.map((counts, truth) => (
                <tr key={result.labels[truth]}>
                  <th scope="row">{result.labels[truth]}</th>
                  {counts.map((count, answer) => (
                    <td
                      key={result.labels[answer]}
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
        </ScrollRegion>
      )}
    </div>
  );
}
