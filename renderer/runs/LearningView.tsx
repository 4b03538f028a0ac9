import { useCallback, useMemo, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import type { Marker } from '../live/liveRun.ts';
import { useRun } from '../live/runStore.ts';
import type { ChartMarker } from './charts/chartData.ts';
import { linesToCsv } from './charts/chartData.ts';
import { LineChart } from './charts/LineChart.tsx';
import { download } from './download.ts';
import { FishTable } from './FishTable.tsx';
import { useHighlight } from './highlight.ts';
import { type Axis, type LineChoice, useLines } from './useLearningLines.ts';

interface ChartChoice {
  readonly title: string;
  readonly unit: string;
  readonly percent: boolean;
  readonly lines: LineChoice;
}

const CHARTS = {
  accuracy: {
    title: 'Accuracy, validation',
    unit: '%',
    percent: true,
    lines: { swarm: 'accuracy', fish: 'accuracy' },
  },
  loss: { title: 'Loss, validation', unit: 'nats', percent: false, lines: { swarm: 'loss', fish: 'loss' } },
  trainLoss: {
    title: 'Loss, training',
    unit: 'nats',
    percent: false,
    lines: { swarm: null, fish: 'trainLoss' },
  },
  perplexity: {
    title: 'Perplexity',
    unit: '',
    percent: false,
    lines: { swarm: 'perplexity', fish: 'perplexity' },
  },
  macroF1: { title: 'Macro F1', unit: '%', percent: true, lines: { swarm: 'macroF1', fish: 'macroF1' } },
  ece: { title: 'Calibration error', unit: '%', percent: true, lines: { swarm: 'ece', fish: 'ece' } },
  diversity: {
    title: 'Diversity',
    unit: '% disagree',
    percent: true,
    lines: { swarm: 'diversity', fish: null },
  },
  consensus: {
    title: 'Consensus',
    unit: '% agree',
    percent: true,
    lines: { swarm: 'consensus', fish: null },
  },
  gradNorm: { title: 'Gradient norm', unit: '', percent: false, lines: { swarm: null, fish: 'gradNorm' } },
  learningRate: {
    title: 'Learning rate',
    unit: '',
    percent: false,
    lines: { swarm: null, fish: 'learningRate' },
  },
} satisfies Record<string, ChartChoice>;
type ChartName = keyof typeof CHARTS;

const AXES: readonly Axis[] = ['round', 'step', 'time'];
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

function PickedChart({ runId, chart, onChoose, axis, smoothing, scale }: PickedChartProps) {
  const { title, unit, percent, lines: choice } = CHARTS[chart];
  const lines = useLines(runId, choice, { axis, smoothing, hidden: NONE_HIDDEN });
  const rawMarkers = useRun(runId, (run) => run.markers);
  const markers = useMemo(
    () => (rawMarkers ?? []).map((marker) => toChartMarker(marker, axis)),
    [rawMarkers, axis],
  );
  const highlight = useHighlight((state) => state.fish);
  const onHover = useCallback((key: string | null) => useHighlight.setState({ fish: key }), []);
  return (
    <div className="picked-chart">
      <div className="chart-tools">
        <select
          className="chart-pick"
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
        <button
          type="button"
          className="btn quiet small"
          disabled={lines.length === 0}
          onClick={() => download(`${chart}.csv`, linesToCsv(axis, lines), 'text/csv')}
        >
          CSV
        </button>
      </div>
      <LineChart
        title={title}
        unit={unit}
        xLabel={axis}
        lines={lines}
        markers={markers}
        scale={scale}
        percent={percent}
        highlight={highlight}
        onHover={onHover}
        empty="The first point appears after the first evaluation."
      />
    </div>
  );
}

/** Two live charts of the person's choice beside the fish table. */
export function LearningView({ runId }: { readonly runId: RunId }) {
  const task = useRun(runId, (run) => run.task);
  const [left, setLeft] = useState<ChartName | null>(null);
  const [right, setRight] = useState<ChartName>('loss');
  const [axis, setAxis] = useState<Axis>('round');
  const [smoothing, setSmoothing] = useState(0);
  const [scale, setScale] = useState<'linear' | 'log'>('linear');
  const first = left ?? (task === 'language-modelling' ? 'perplexity' : 'accuracy');
  const shared = { runId, axis, smoothing, scale } as const;
  return (
    <div className="learning">
      <div className="learning-tools">
        <label>
          axis
          <select value={axis} onChange={(event) => setAxis(event.target.value as Axis)}>
            {AXES.map((name) => (
              <option key={name} value={name}>
                {name === 'time' ? 'seconds' : name}
              </option>
            ))}
          </select>
        </label>
        <label>
          smoothing
          <input
            type="range"
            min={0}
            max={0.95}
            step={0.05}
            value={smoothing}
            onChange={(event) => setSmoothing(event.target.valueAsNumber)}
          />
          <span className="num">{smoothing.toFixed(2)}</span>
        </label>
        <label>
          <input
            type="checkbox"
            checked={scale === 'log'}
            onChange={(event) => setScale(event.target.checked ? 'log' : 'linear')}
          />
          log scale
        </label>
      </div>
      <PickedChart {...shared} chart={first} onChoose={setLeft} />
      <PickedChart {...shared} chart={right} onChoose={setRight} />
      <FishTable runId={runId} />
    </div>
  );
}
