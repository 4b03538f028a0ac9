import { useMemo, useState } from 'react';
import { t } from '#engine/core/text.ts';
import { download } from '../../files/download.ts';
import { LineChart } from '../charts/LineChart.tsx';
import { linesToCsv } from '../charts/linesToCsv.ts';
import { ScaleControl } from '../charts/ScaleControl.tsx';
import { SmoothingControl } from '../charts/SmoothingControl.tsx';
import { type OpenedRun, useSeriesOf } from './comparedRuns.ts';
import { overlayChoices, overlayLines } from './overlay.ts';
import { RunKey } from './RunKey.tsx';

interface OverlayChartProps {
  readonly runs: readonly OpenedRun[];
  readonly titles: ReadonlyMap<string, string>;
  /** Names a node. */
  readonly name: (id: string) => string;
}

/** One metric of all runs over the same rounds; each has its colour and dash, and can be hidden. */
export function OverlayChart({ runs, titles, name }: OverlayChartProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `name` follows the runs
  const choices = useMemo(() => overlayChoices(runs, name), [runs]);
  const [wanted, setWanted] = useState<string | null>(null);
  const [smoothing, setSmoothing] = useState(0);
  const [scale, setScale] = useState<'linear' | 'log'>('linear');
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [lit, setLit] = useState<string | null>(null);
  const choice = choices.find(({ id }) => id === wanted) ?? choices[0];
  const series = useSeriesOf(runs, choice?.id);
  const lines = useMemo(
    () => overlayLines(runs, titles, series, smoothing, hidden),
    [runs, titles, series, smoothing, hidden],
  );
  const toggle = (id: string): void =>
    setHidden((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <section className="compare-chart" aria-label={t`Curves`}>
      <div className="compare-plot">
        <LineChart
          title={choice?.title ?? ''}
          unit={choice?.unit ?? ''}
          xLabel="round"
          xEnd={null}
          lines={lines}
          markers={[]}
          scale={scale}
          percent={choice?.percent ?? false}
          highlight={lit}
          onHover={setLit}
          fileName={`comparison-${choice?.id.replaceAll('/', '-') ?? 'runs'}`}
          empty={t`None of these runs was evaluated yet.`}
          heading={
            <select
              className="chart-pick select"
              aria-label={t`Metric of this chart`}
              title={choice?.definition}
              value={choice?.id}
              onChange={(event) => setWanted(event.target.value)}
            >
              {choices.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          }
          actions={
            <button
              type="button"
              className="btn quiet small"
              disabled={lines.length === 0}
              onClick={() =>
                download(
                  `${choice?.id.replaceAll('/', '-') ?? 'runs'}.csv`,
                  linesToCsv('round', lines),
                  'text/csv',
                )
              }
            >{t`CSV`}</button>
          }
        />
      </div>
      <div className="compare-legend">
        <ul aria-label={t`Runs`}>
          {runs.map(({ id }, at) => (
            <li key={id}>
              <button
                type="button"
                aria-pressed={!hidden.has(id)}
                className={`${hidden.has(id) ? 'off' : ''} ${lit === id ? 'lit' : ''}`}
                onClick={() => toggle(id)}
                onPointerEnter={() => setLit(id)}
                onPointerLeave={() => setLit(null)}
                onFocus={() => setLit(id)}
                onBlur={() => setLit(null)}
              >
                <RunKey at={at} />
                <span className="clip" title={titles.get(id)}>
                  {titles.get(id)}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <SmoothingControl value={smoothing} onChange={setSmoothing} />
        <ScaleControl value={scale} onChange={setScale} />
      </div>
    </section>
  );
}
