import { useCallback, useMemo } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import type { Marker } from '../live/liveRun.ts';
import { useRun } from '../live/runStore.ts';
import { CHARTS, type ChartName } from './chartChoices.ts';
import { type ChartMarker, linesToCsv } from './charts/chartData.ts';
import { LineChart } from './charts/LineChart.tsx';
import { download } from './download.ts';
import { useHighlight } from './highlight.ts';
import { type Axis, useLines } from './useLearningLines.ts';

const NONE_HIDDEN: ReadonlySet<string> = new Set();

function toChartMarker(marker: Marker, axis: Axis): ChartMarker {
  const tone = marker.kind === 'fish-back' || marker.kind === 'resumed' ? 'ok' : 'bad';
  return { x: axis === 'time' ? marker.time / 1000 : marker[axis], label: marker.label, tone };
}

interface PickedChartProps {
  readonly runId: RunId;
  readonly chart: ChartName;
  readonly onChoose: (chart: ChartName) => void;
  readonly axis: Axis;
  readonly smoothing: number;
  readonly scale: 'linear' | 'log';
}

/** A live chart whose title is the choice of what it shows. */
export function PickedChart({ runId, chart, onChoose, axis, smoothing, scale }: PickedChartProps) {
  const { title, unit, percent, lines: choice } = CHARTS[chart];
  const lines = useLines(runId, choice, { axis, smoothing, hidden: NONE_HIDDEN });
  const rawMarkers = useRun(runId, (run) => run.markers);
  const rounds = useRun(runId, (run) => run.rounds) ?? 0;
  const stepsPerRound = useRun(runId, (run) => run.stepsPerRound) ?? 0;
  const markers = useMemo(
    () => (rawMarkers ?? []).map((marker) => toChartMarker(marker, axis)),
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
          value={chart}
          onChange={(event) => onChoose(event.target.value as ChartName)} // the options are its keys
        >
          {Object.entries(CHARTS).map(([name, entry]) => (
            <option key={name} value={name}>
              {entry.title}
            </option>
          ))}
        </select>
      }
      actions={
        <button
          type="button"
          className="btn quiet small"
          disabled={lines.length === 0}
          onClick={() => download(`${chart}.csv`, linesToCsv(axis, lines), 'text/csv')}
        >
          CSV
        </button>
      }
    />
  );
}
