import { useEffect, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import type { RunSummary } from '#engine/protocol/api.ts';
import { engine, useConnection } from '../engine/client.ts';
import { Empty } from '../ui/Empty.tsx';
import { formatNumber } from './charts/formatNumber.ts';
import { openRun } from './openRun.ts';
import { useRequest } from './useRequest.ts';

const TONES: Partial<Record<RunSummary['state'], string>> = {
  finished: 'ok',
  running: 'ok',
  failed: 'bad',
  interrupted: 'warn',
};
const when = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

function result(run: RunSummary): string {
  const accuracy = run.metrics['swarm/accuracy'];
  const perplexity = run.metrics['swarm/perplexity'];
  if (run.task === 'language-modelling')
    return perplexity === undefined ? '–' : formatNumber(perplexity, false);
  return accuracy === undefined ? '–' : `${formatNumber(accuracy, true)} %`;
}

/** Every kept run, newest first: show its charts and document, resume it, delete it (asks first). */
export function RunList({ shown }: { readonly shown: RunId | null }) {
  const generation = useConnection((state) => state.generation);
  const { result: runs, error, send } = useRequest('runs.list');
  const [asking, setAsking] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `generation` asks again after a reconnect
  useEffect(() => {
    const ask = (): void => void send({});
    ask();
    return engine.onRunsChanged(ask);
  }, [send, generation]);
  const act = (work: Promise<unknown>): void => {
    setProblem(null);
    work.then(
      () => send({}),
      (thrown: unknown) => setProblem(thrown instanceof Error ? thrown.message : String(thrown)),
    );
  };
  if (runs?.length === 0)
    return (
      <Empty icon="history" title="No run yet">
        Every run is kept here with its document, seed and charts, to be opened, resumed and compared.
      </Empty>
    );
  return (
    <div className="run-list">
      {(problem ?? error) !== null && (
        <p className="form-error" role="alert">
          {problem ?? error}
        </p>
      )}
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col">Started</th>
            <th scope="col">Fish</th>
            <th scope="col">Round</th>
            <th scope="col">Seed</th>
            <th scope="col">Result</th>
            <th scope="col">State</th>
            <th>
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs?.map((run) => (
            <tr key={run.id} className={run.id === shown ? 'lit' : ''}>
              <td title={run.id}>{run.name}</td>
              <td>{when.format(run.createdAt)}</td>
              <td>{run.fish}</td>
              <td>
                {run.round} / {run.rounds}
              </td>
              <td>{run.seed}</td>
              <td>{result(run)}</td>
              <td>
                <span className={`pill ${TONES[run.state] ?? ''}`} title={run.error ?? undefined}>
                  {run.state}
                </span>
              </td>
              <td className="run-actions">
                {asking === run.id ? (
                  <>
                    <button
                      type="button"
                      className="btn danger small"
                      onClick={() => act(engine.request('runs.delete', { runId: run.id }))}
                    >
                      Delete for good
                    </button>
                    <button type="button" className="btn quiet small" onClick={() => setAsking(null)}>
                      Keep
                    </button>
                  </>
                ) : (
                  <>
                    <button type="button" className="btn small" onClick={() => act(openRun(run.id))}>
                      Open
                    </button>
                    {(run.state === 'interrupted' || run.state === 'stopped') && (
                      <button
                        type="button"
                        className="btn small"
                        onClick={() =>
                          act(engine.request('runs.resume', { runId: run.id }).then(() => openRun(run.id)))
                        }
                      >
                        Resume
                      </button>
                    )}
                    <button type="button" className="btn quiet small" onClick={() => setAsking(run.id)}>
                      Delete
                    </button>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
