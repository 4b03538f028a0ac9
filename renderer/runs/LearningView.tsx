import { useCallback, useMemo, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { useRun } from '../live/runStore.ts';
import { Icon } from '../ui/Icon.tsx';
import { addChart, chartsOn, setBoard, useChartBoard } from './chartBoard.ts';
import type { Axis } from './charts/axis.ts';
import type { Range } from './charts/chartData.ts';
import { ScaleControl } from './charts/ScaleControl.tsx';
import { SmoothingControl } from './charts/SmoothingControl.tsx';
import { FishTable } from './FishTable.tsx';
import { PickedChart } from './PickedChart.tsx';
import { useChartChoices } from './useChartChoices.ts';
import './learningView.css';
import { useProposedCharts } from './useProposedCharts.ts';

const AXES: readonly (readonly [Axis, string])[] = [
  ['round', t`round`],
  ['step', t`step`],
  ['time', t`time`],
];

/** Live charts of the person's choice beside the fish table. */
export function LearningView({ runId }: { readonly runId: RunId }) {
  const board = useChartBoard();
  const [range, setRange] = useState<Range | null>(null);
  const choices = useChartChoices(runId);
  const proposed = useProposedCharts();
  const charts = chartsOn(board, proposed);
  const { axis, smoothing, scale, legend, together } = board;
  const task = useRun(runId, (run) => run.task);
  const quality = task === 'language-modelling' ? 'perplexity' : 'accuracy';
  const unused = useMemo(
    () =>
      choices.find(({ id }) => !charts.includes(id) && !(charts.includes('quality') && id === quality))?.id ??
      'loss',
    [choices, charts, quality],
  );
  const pickAxis = useCallback((next: Axis) => {
    setRange(null); // a stretch of rounds is none of seconds
    setBoard({ axis: next });
  }, []);
  return (
    <div className="learning">
      <div className="learning-tools">
        <label>
          {t`axis`}
          <select
            className="input select small"
            value={axis}
            onChange={(event) => pickAxis(AXES.find(([name]) => name === event.target.value)?.[0] ?? 'round')}
          >
            {AXES.map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <SmoothingControl value={smoothing} onChange={(next) => setBoard({ smoothing: next })} />
        <ScaleControl value={scale} onChange={(next) => setBoard({ scale: next })} />
        <label>
          <input
            type="checkbox"
            ref={(box) => {
              // Not chosen: charts whose lines have colours of their own explain them, others do not.
              if (box !== null) box.indeterminate = legend === null;
            }}
            checked={legend === true}
            onChange={(event) => setBoard({ legend: event.target.checked })}
          />
          {t`legend`}
        </label>
        <label title={t`A zoom in one chart is one in all`}>
          <input
            type="checkbox"
            checked={together}
            onChange={(event) => {
              setRange(null);
              setBoard({ together: event.target.checked });
            }}
          />
          {t`zoom together`}
        </label>
        <button type="button" className="btn small quiet" onClick={() => addChart(proposed, unused)}>
          <Icon name="plus" size={12} />
          {t`Chart`}
        </button>
      </div>
      <div className="chart-grid" data-charts={charts.length}>
        {charts.map((chart, at) => (
          <PickedChart
            // biome-ignore lint/suspicious/noArrayIndexKey: charts have no identity but their place; the same may stand twice
            key={`${at} ${together}`}
            runId={runId}
            choices={choices}
            at={at}
            chart={chart === 'quality' ? quality : chart}
            view={{ axis, smoothing, scale, legend }}
            {...(together ? { range, onRange: setRange } : {})}
          />
        ))}
        {charts.length === 0 && <p className="chart-none">{t`No chart is shown. “Chart” above adds one.`}</p>}
      </div>
      <FishTable runId={runId} />
    </div>
  );
}
