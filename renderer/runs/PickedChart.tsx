import { useCallback, useMemo } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { download } from '../files/download.ts';
import { useRun } from '../live/runStore.ts';
import type { ChartChoice } from './chartChoices.ts';
import { chartMarker } from './chartMarkers.ts';
import { linesToCsv } from './charts/chartData.ts';
import { LineChart } from './charts/LineChart.tsx';
import { useHighlight } from './highlight.ts';
import { type Axis, useLines } from './useLearningLines.ts';

interface PickedChartProps {
  readonly runId: RunId;
  readonly choices: readonly ChartChoice[];
  /** Id of the one that is shown. */
  readonly chart: string;
  readonly onChoose: (chart: string) => void;
  readonly axis: Axis;
  readonly smoothing: number;
  readonly scale: 'linear' | 'log';
}

/** A live chart whose title is the choice of what it shows. */
export function PickedChart(props: PickedChartProps) {
  const { runId, choices, chart, onChoose, axis, smoothing, scale } = props;
  const choice = choices.find(({ id }) => id === chart) ?? choices[0];
  const { title = '', unit = '', percent = false, definition = '' } = choice ?? {};
  const lines = useLines(runId, choice?.lines ?? [], { axis, smoothing });
  const groups = useMemo(() => [...Map.groupBy(choices, ({ group }) => group)], [choices]);
  const rawMarkers = useRun(runId, (run) => run.markers);
  const rounds = useRun(runId, (run) => run.rounds) ?? 0;
  const stepsPerRound = useRun(runId, (run) => run.stepsPerRound) ?? 0;
  const markers = useMemo(
    () => (rawMarkers ?? []).map((marker) => chartMarker(marker, axis)),
    [rawMarkers, axis],
  );
  const highlight = useHighlight((state) => state.fish);
  const onHover = useCallback((key: string | null) => useHighlight.setState({ fish: key }), []);
  return (
    <LineChart
      title={title}
      unit={unit}
      xLabel={axis}
      xEnd={axis === 'time' ? null : axis === 'round' ? rounds : rounds * stepsPerRound}
      lines={lines}
      markers={markers}
      scale={scale}
      percent={percent}
      highlight={highlight}
      onHover={onHover}
      empty="The first point appears after the first evaluation."
      heading={
        <select
          className="chart-pick select"
          aria-label="Metric of this chart"
          title={definition}
          value={choice?.id}
          onChange={(event) => onChoose(event.target.value)}
        >
          {groups.map(([group, entries]) => (
            <optgroup key={group} label={group}>
              {entries.map((entry) => (
                <option key={entry.id} value={entry.id}>
                  {entry.title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      }
      actions={
        <button
          type="button"
          className="btn quiet small"
          disabled={lines.length === 0}
          onClick={() => download(`${chart.replaceAll('/', '-')}.csv`, linesToCsv(axis, lines), 'text/csv')}
        >
          CSV
        </button>
      }
    />
  );
}
