import { useEffect, useMemo, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { useRun } from '../live/runStore.ts';
import { useRunSlowly } from '../live/useRunSlowly.ts';
import { Empty } from '../ui/Empty.tsx';
import { formatCount, formatValue } from '../ui/format.ts';
import { ScaleControl } from './charts/ScaleControl.tsx';
import { HistogramPlot } from './HistogramPlot.tsx';
import { useRequest } from './useRequest.ts';
import './runView.css';
import './weights.css';

const BINS = 60;
/** Milliseconds between two questions to a running swarm: each copies a fish's weights between two steps. */
const PERIOD = 2000;

/** How the weights of a fish are distributed, and what changed of them since the newest checkpoint. */
export function Weights({ runId }: { readonly runId: RunId }) {
  const fish = useRun(runId, (run) => run.fish) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [tensor, setTensor] = useState<string | null>(null);
  const [scale, setScale] = useState<'linear' | 'log'>('linear');
  const state = useRun(runId, (run) => run.state);
  const round = useRunSlowly(runId, (run) => run.round) ?? 0;
  const { result, error, send } = useRequest('runs.weights');
  const one = fish.find(({ id }) => id === chosen) ?? fish[0];
  const id = one?.id;
  const isWaiting = state === 'running';
  // A running swarm is asked at its own pace, not at every round.
  const moment = isWaiting ? Math.min(round, 1) : round;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `moment` and `state` say when the weights are others
  useEffect(() => {
    if (id === undefined) return;
    const ask = (): void => void send({ runId, fish: id, tensor, bins: BINS });
    ask();
    if (!isWaiting) return;
    const timer = setInterval(ask, PERIOD);
    return () => clearInterval(timer);
  }, [runId, id, tensor, moment, state, send]);
  // Names of tensors begin with their school, which all of a fish share.
  const names = useMemo(() => {
    const all = result?.tensors.map(({ name }) => name) ?? [];
    const prefix = sharedPrefix(all);
    return new Map(all.map((name) => [name, name.slice(prefix)]));
  }, [result]);

  if (one === undefined || (result === null && error === null))
    return (
      <Empty icon="chart" title={t`No weights yet`}>
        {t`Once a swarm runs, this shows how the weights of a fish are distributed and what learning changes of them.`}
      </Empty>
    );
  return (
    <div className="run-view">
      <div className="run-view-tools">
        <label>
          {t`fish`}
          <select
            className="input select small"
            value={id}
            onChange={(event) => {
              setChosen(event.target.value);
              setTensor(null); // another school has other tensors
            }}
          >
            {fish.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {entry.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t`tensor`}
          <select
            className="input select small"
            value={tensor ?? ''}
            onChange={(event) => setTensor(event.target.value === '' ? null : event.target.value)}
          >
            <option value="">{t`all of them`}</option>
            {result?.tensors.map(({ name, size }) => (
              <option key={name} value={name}>
                {`${names.get(name) ?? name} (${formatCount(size)})`}
              </option>
            ))}
          </select>
        </label>
        <ScaleControl value={scale} onChange={setScale} />
        {result !== null && (
          <span className="run-view-hint">
            {result.isLive
              ? t`as of round ${result.round}`
              : t`as of the checkpoint after round ${result.round}`}
          </span>
        )}
      </div>
      {error !== null && <p className="form-error">{error}</p>}
      {result !== null && (
        <div className="weights">
          <HistogramPlot
            title={t`Weights`}
            color="var(--weights)"
            histogram={result.weights}
            scale={scale}
            note={t`norm ${formatValue(result.weights.norm)}`}
          />
          {result.update === null ? (
            <p className="weights-none">
              {t`There is no checkpoint to compare with yet: what learning changed appears after the next one.`}
            </p>
          ) : (
            <HistogramPlot
              title={t`Change since round ${result.update.since}`}
              color="var(--examples)"
              histogram={result.update.histogram}
              scale={scale}
              note={t`norm ${formatValue(result.update.histogram.norm)}, ${counted(
                result.update.histogram.zeros,
                '{0} weight unchanged',
                '{0} weights unchanged',
              )}`}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** Characters that all names begin with, up to a separator. */
function sharedPrefix(names: readonly string[]): number {
  const [first = '', ...others] = names;
  let length = first.length;
  for (const name of others) while (!name.startsWith(first.slice(0, length))) length -= 1;
  const end = Math.max(first.lastIndexOf('/', length - 1), first.lastIndexOf('.', length - 1));
  return others.length === 0 ? 0 : end + 1;
}
