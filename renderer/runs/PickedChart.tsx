import { DropdownMenu } from 'radix-ui';
import { type DragEvent, useMemo, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { execute } from '../commands/execute.ts';
import { exportMetrics } from '../commands/exportMetrics.ts';
import type { LiveRun } from '../live/liveRun.ts';
import { useRun } from '../live/runStore.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { axisEnd } from './axisEnd.ts';
import { chartsOn, moveChart, pickChart, removeChart, useChartBoard } from './chartBoard.ts';
import type { ChartChoice } from './chartChoices.ts';
import { chartMarker } from './chartMarkers.ts';
import type { Axis } from './charts/axis.ts';
import { ChartMenuItem } from './charts/ChartMenu.tsx';
import type { Range } from './charts/chartData.ts';
import { LineChart } from './charts/LineChart.tsx';
import { lightUp, useHighlight } from './highlight.ts';
import { useLines } from './useLearningLines.ts';
import { useProposedCharts } from './useProposedCharts.ts';
import { useRoundPointer } from './useRoundPointer.ts';
import './pickedChart.css';

export interface ChartView {
  readonly axis: Axis;
  readonly smoothing: number;
  readonly scale: 'linear' | 'log';
  /** Null: where lines have colours of their own. */
  readonly legend: boolean | null;
}

interface PickedChartProps {
  readonly runId: RunId;
  readonly choices: readonly ChartChoice[];
  /** Its place on the board. */
  readonly at: number;
  /** Id of the choice that is shown. */
  readonly chart: string;
  readonly view: ChartView;
  /** Where several charts show the same stretch. */
  readonly range?: Range | null;
  readonly onRange?: (range: Range | null) => void;
  /** It fills the window; it cannot be moved there. */
  readonly large?: boolean;
}

const DRAGGED = 'application/x-shuurai-chart';

/** A live chart whose title is the choice of what it shows. */
export function PickedChart(props: PickedChartProps) {
  const { runId, choices, at, chart, view, large = false } = props;
  const { axis, scale } = view;
  const [ownRange, setOwnRange] = useState<Range | null>(null);
  const [pixels, setPixels] = useState(0);
  const [enlarged, setEnlarged] = useState(false);
  const range = props.range === undefined ? ownRange : props.range;
  const onRange = props.onRange ?? setOwnRange;
  const proposed = useProposedCharts();
  const count = useChartBoard((board) => chartsOn(board, proposed).length);
  const choice = choices.find(({ id }) => id === chart);
  const { title = t`Not measured in this run`, unit = '', percent = false, definition = '' } = choice ?? {};
  const lines = useLines(runId, choice?.lines ?? NO_LINES, { ...view, range, pixels });
  const rawMarkers = useRun(runId, (run) => run.markers);
  const end = useRun(runId, (run) => axisEnd(run.round, run.rounds)) ?? 0;
  const stepsPerRound = useRun(runId, (run) => run.stepsPerRound) ?? 0;
  const markers = useMemo(
    () => (rawMarkers ?? []).map((marker) => chartMarker(marker, axis)),
    [rawMarkers, axis],
  );
  const awaited = useRun(runId, pointsAwaited) ?? '';
  const highlight = useHighlight((state) => state.fish);
  const onCursor = useRoundPointer(runId, axis);
  const onDrop = (event: DragEvent): void => {
    const from = Number.parseInt(event.dataTransfer.getData(DRAGGED), 10);
    if (Number.isNaN(from)) return;
    event.preventDefault();
    event.stopPropagation();
    moveChart(proposed, from, at);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the menu moves charts for whoever has no pointer
    <div
      className={`picked-chart ${large ? 'large' : ''}`}
      onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
      onDrop={onDrop}
    >
      <LineChart
        title={title}
        unit={unit}
        xLabel={axis}
        xEnd={axis === 'time' ? null : axis === 'round' ? end : end * stepsPerRound}
        lines={lines}
        markers={markers}
        scale={scale}
        percent={percent}
        highlight={highlight}
        onHover={lightUp}
        empty={
          choice === undefined ? t`This run measures nothing of that name. Choose another metric.` : awaited
        }
        fileName={`${runId}-${chart.replaceAll(/[^\w.-]+/g, '-')}`}
        range={range}
        onRange={onRange}
        onCursor={onCursor}
        onWidth={setPixels}
        legend={large || (view.legend ?? choice?.coloured === true)}
        heading={
          <ChartPicker
            choices={choices}
            value={choice?.id ?? ''}
            definition={definition}
            onChoose={(id) => pickChart(proposed, at, id)}
            {...(large ? {} : { at })}
          />
        }
        menu={
          large ? undefined : (
            <>
              <ChartMenuItem
                icon="save"
                label={t`Save all metrics as CSV`}
                action={() => void execute(exportMetrics)}
              />
              <DropdownMenu.Separator className="menu-line" />
              <ChartMenuItem icon="fit" label={t`Enlarge`} action={() => setEnlarged(true)} />
              <ChartMenuItem
                icon="undo"
                label={t`Move forward`}
                disabled={at === 0}
                action={() => moveChart(proposed, at, at - 1)}
              />
              <ChartMenuItem
                icon="redo"
                label={t`Move back`}
                disabled={at === count - 1}
                action={() => moveChart(proposed, at, at + 1)}
              />
              <ChartMenuItem
                icon="close"
                label={t`Remove this chart`}
                action={() => removeChart(proposed, at)}
              />
            </>
          )
        }
      />
      {enlarged && (
        <Dialog title={title} description={definition} size="full" onClose={() => setEnlarged(false)}>
          <PickedChart {...props} range={range} onRange={onRange} large />
        </Dialog>
      )}
    </div>
  );
}

/** What a chart says that has no point yet, or will never have one. */
function pointsAwaited({ state, reason }: LiveRun): string {
  if (state === 'failed') return reason === null ? t`The run failed.` : t`The run failed: ${reason}`;
  return isActive(state) || state === 'loading'
    ? t`The first point appears after the first evaluation.`
    : t`The run ended before its first evaluation.`;
}

const NO_LINES: ChartChoice['lines'] = [];

interface ChartPickerProps {
  readonly choices: readonly ChartChoice[];
  readonly value: string;
  readonly definition: string;
  readonly onChoose: (id: string) => void;
  /** Place on the board, for dragging it elsewhere. */
  readonly at?: number;
}

function ChartPicker({ choices, value, definition, onChoose, at }: ChartPickerProps) {
  const groups = useMemo(() => [...Map.groupBy(choices, ({ group }) => group)], [choices]);
  return (
    <>
      {at !== undefined && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the menu of the chart moves it by keyboard
        <span
          className="chart-grip"
          draggable
          title={t`Drag the chart to another place`}
          onDragStart={(event) => event.dataTransfer.setData(DRAGGED, String(at))}
        >
          <Icon name="grip" size={12} />
        </span>
      )}
      <select
        className="chart-pick select"
        aria-label={t`Metric of this chart`}
        title={definition}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      >
        {value === '' && <option value="">{t`Not measured in this run`}</option>}
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
    </>
  );
}
