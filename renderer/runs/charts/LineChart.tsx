import { DropdownMenu } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type uPlot from 'uplot';
import { t } from '#engine/core/text.ts';
import 'uplot/dist/uPlot.min.css';
import { download } from '../../files/download.ts';
import { useTheme } from '../../theme/theme.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ChartLegend } from './ChartLegend.tsx';
import { ChartMenu, ChartMenuItem } from './ChartMenu.tsx';
import { ChartTable } from './ChartTable.tsx';
import {
  alignLines,
  type ChartLine,
  type ChartMarker,
  inReadingOrder,
  lastOf,
  type Range,
  within,
} from './chartData.ts';
import { createTip } from './chartTip.ts';
import { createPlot, destroyPlot, type PlotState, plotData, wholeRange, zoomed } from './createPlot.ts';
import { formatNumber } from './formatNumber.ts';
import { linesToCsv } from './linesToCsv.ts';
import { savePng, saveSvg, themed } from './saveChart.ts';
import './chart.css';

export interface LineChartProps {
  readonly title: string;
  readonly unit: string;
  /** `round`, `step`, `time` (in seconds), or a name of another axis of whole things. */
  readonly xLabel: string;
  /** Where the x axis ends at least, so that a growing line does not move what is drawn; null follows the lines. */
  readonly xEnd: number | null;
  readonly lines: readonly ChartLine[];
  readonly markers: readonly ChartMarker[];
  readonly scale: 'linear' | 'log';
  /** Values are shares and shown as percent. */
  readonly percent: boolean;
  /** Key of the line to draw out of the others, or of the school its lines are of. */
  readonly highlight: string | null;
  readonly onHover: (key: string | null) => void;
  /** What the chart says while it has no point. */
  readonly empty: string;
  /** Name of the files it is saved as, without ending; without it, it cannot be saved. */
  readonly fileName?: string;
  /** What is looked at, where others look at the same; absent: the chart keeps that itself. */
  readonly range?: Range | null;
  readonly onRange?: (range: Range | null) => void;
  /** The x under the pointer, wherever among the charts it is. */
  readonly onCursor?: (x: number | null) => void;
  /** Pixels of the plot, at first and after each change. */
  readonly onWidth?: (pixels: number) => void;
  readonly legend?: boolean;
  /** Stands for the title, e.g. a choice of what is shown. */
  readonly heading?: ReactNode;
  /** Shown at the right of the title. */
  readonly actions?: ReactNode;
  /** Further entries of the chart's menu. */
  readonly menu?: ReactNode;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Lines over rounds. Drag to zoom, wheel or + and − as well, double click or Escape to see all. New points never re-create
 * the chart; a change of its lines, scale or theme does.
 */
export function LineChart(props: LineChartProps): React.ReactElement {
  const { title, unit, lines, markers, highlight, onHover, empty, xLabel, xEnd, scale, percent, fileName } =
    props;
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const [ownRange, setOwnRange] = useState<Range | null>(null);
  const [hidden, setHidden] = useState(NOTHING);
  const [asTable, setAsTable] = useState(false);
  const range = props.range === undefined ? ownRange : props.range;
  const onRange = props.onRange ?? setOwnRange;
  const aligned = useMemo(() => alignLines(lines), [lines]);
  const xKind = xLabel === 'time' ? 'seconds' : 'whole';
  const xName =
    xLabel === 'round' ? t`round` : xLabel === 'step' ? t`step` : xLabel === 'time' ? t`time` : xLabel;

  const showTip = useRef<
    ((state: PlotState, look: Parameters<ReturnType<typeof createTip>>[1]) => void) | null
  >(null);
  const onCursor = (_plot: uPlot, x: number | null): void => {
    showTip.current?.(state.current, { xLabel: xName, xKind, percent });
    if (host.current?.matches(':hover') === true || x === null) props.onCursor?.(x);
  };
  const now: PlotState = { lines, aligned, markers, highlight, range, xEnd, onHover, onRange, onCursor };
  const state = useRef(now);
  state.current = now;

  const hasPoints = aligned.xs.length > 0;
  const theme = useTheme(({ shown }) => shown);
  const shape = JSON.stringify([
    theme,
    xLabel,
    scale,
    percent,
    lines.map(({ key, label, color, emphasis, dash }) => [key, label, color, emphasis, dash]),
  ]);
  const { onWidth } = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for everything the plot is created from
  useEffect(() => {
    const element = host.current;
    if (element === null || !hasPoints) return;
    const created = createPlot(element, { xKind, scale, percent, hidden }, state);
    plot.current = created;
    showTip.current = createTip(created);
    const observer = new ResizeObserver(() => {
      created.setSize({
        width: Math.max(element.clientWidth, 50),
        height: Math.max(element.clientHeight, 50),
      });
      onWidth?.(created.over.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      destroyPlot(created);
      plot.current = null;
      showTip.current = null;
    };
  }, [shape, hasPoints]);

  useEffect(() => {
    plot.current?.setData(plotData(aligned), true);
  }, [aligned]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the plot reads the end through `state`
  useEffect(() => {
    const { from, to } = range ?? wholeRange(state.current);
    plot.current?.setScale('x', { min: from, max: to });
  }, [range, xEnd]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the plot reads these through `state`
  useEffect(() => plot.current?.redraw(true, false), [highlight, markers]);

  useEffect(() => {
    const current = plot.current;
    if (current === null) return;
    current.batch(() => {
      state.current.lines.forEach(({ key }, at) => {
        const show = !hidden.has(key);
        if (current.series[at + 1]?.show !== show) current.setSeries(at + 1, { show });
      });
    });
    current.redraw(true, true);
  }, [hidden]);

  const strong = lines.find((line) => line.emphasis === 'strong');
  const last = strong === undefined ? null : lastOf(strong);
  const shownRange = range ?? wholeRange(now);
  const seen = (): ChartLine[] =>
    lines.filter(({ key }) => !hidden.has(key)).map((line) => cutTo(line, shownRange));
  const picture = () =>
    themed({ title, unit, xLabel: xName, xKind, scale, percent, lines: seen(), markers, range: shownRange });
  const onKey = (event: KeyboardEvent): void => {
    const whole = wholeRange(state.current);
    const middle = (shownRange.from + shownRange.to) / 2;
    const step = (shownRange.to - shownRange.from) / 4;
    switch (event.key) {
      case '+':
      case '=':
        onRange(zoomed(shownRange, whole, middle, 0.5));
        break;
      case '-':
        onRange(zoomed(shownRange, whole, middle, 2));
        break;
      case 'ArrowLeft':
      case 'ArrowRight': {
        if (range === null) return;
        const by = event.key === 'ArrowLeft' ? -step : step;
        onRange(zoomed({ from: range.from + by, to: range.to + by }, whole, middle + by, 1));
        break;
      }
      case 'Escape':
        if (range === null) return;
        onRange(null);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <figure className="chart" aria-label={t`${title}, by ${xName}`}>
      <figcaption>
        {props.heading ?? <b>{title}</b>}
        {last !== null && (
          <span className="chart-last">
            {lines.length === 1 ? formatNumber(last, percent) : t`swarm ${formatNumber(last, percent)}`}
          </span>
        )}
        <span className="chart-unit">{unit}</span>
        {range !== null && (
          <button type="button" className="btn small quiet" onClick={() => onRange(null)}>
            {t`Show all`}
          </button>
        )}
        {props.actions}
        {(fileName !== undefined || props.menu !== undefined) && (
          <ChartMenu title={title}>
            {fileName !== undefined && (
              <>
                <ChartMenuItem
                  icon="grid"
                  label={t`Values as a table`}
                  disabled={!hasPoints}
                  action={() => setAsTable(true)}
                />
                <DropdownMenu.Separator className="menu-line" />
                <ChartMenuItem
                  icon="save"
                  label={t`Save as PNG`}
                  disabled={!hasPoints}
                  action={() => void savePng(fileName, picture())}
                />
                <ChartMenuItem
                  icon="save"
                  label={t`Save as SVG`}
                  disabled={!hasPoints}
                  action={() => saveSvg(fileName, picture())}
                />
                <ChartMenuItem
                  icon="save"
                  label={t`Save as CSV`}
                  disabled={!hasPoints}
                  action={() => download(`${fileName}.csv`, linesToCsv(xLabel, seen()), 'text/csv')}
                />
              </>
            )}
            {props.menu}
          </ChartMenu>
        )}
      </figcaption>
      {props.legend === true && hasPoints && (
        <ChartLegend
          lines={lines}
          percent={percent}
          hidden={hidden}
          highlight={highlight}
          onHidden={setHidden}
          onHover={onHover}
        />
      )}
      <div
        ref={host}
        className="chart-plot"
        role="application"
        tabIndex={hasPoints ? 0 : -1}
        aria-label={t`Plot of ${title}. Plus and minus zoom, arrows move, Escape shows all.`}
        onKeyDown={onKey}
        onPointerLeave={() => onHover(null)}
      />
      {!hasPoints && <p className="empty">{empty}</p>}
      {asTable && (
        <Dialog title={title} description={unit} size="wide" onClose={() => setAsTable(false)}>
          <ChartTable
            title={title}
            xLabel={xName}
            xKind={xKind}
            percent={percent}
            lines={inReadingOrder(lines.filter(({ key }) => !hidden.has(key)))}
            range={shownRange}
          />
        </Dialog>
      )}
    </figure>
  );
}

/** The part of a line that is in view. */
function cutTo(line: ChartLine, range: Range): ChartLine {
  const { first, end } = within(line.x, range);
  const cut = (column: ArrayLike<number>): number[] => Array.from(column).slice(first, end);
  return {
    ...line,
    x: cut(line.x),
    y: cut(line.y),
    ...(line.raw === undefined ? {} : { raw: cut(line.raw) }),
    ...(line.low === undefined || line.high === undefined
      ? {}
      : { low: cut(line.low), high: cut(line.high) }),
  };
}
