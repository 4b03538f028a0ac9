import { useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { useRun } from '../live/runStore.ts';
import { FishTable } from './FishTable.tsx';
import { PickedChart } from './PickedChart.tsx';
import { useChartChoices } from './useChartChoices.ts';
import type { Axis } from './useLearningLines.ts';

const AXES: readonly Axis[] = ['round', 'step', 'time'];

/** Two live charts of the person's choice beside the fish table. */
export function LearningView({ runId }: { readonly runId: RunId }) {
  const task = useRun(runId, (run) => run.task);
  const [left, setLeft] = useState<string | null>(null);
  const [right, setRight] = useState('loss');
  const [axis, setAxis] = useState<Axis>('round');
  const [smoothing, setSmoothing] = useState(0);
  const [scale, setScale] = useState<'linear' | 'log'>('linear');
  const first = left ?? (task === 'language-modelling' ? 'perplexity' : 'accuracy');
  const choices = useChartChoices(runId);
  const shared = { runId, choices, axis, smoothing, scale } as const;
  return (
    <div className="learning">
      <div className="learning-tools">
        <label>
          axis
          <select
            className="input select small"
            value={axis}
            onChange={(event) => setAxis(event.target.value as Axis)}
          >
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
