import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useTheme } from '../../theme/theme.ts';
import { alignLines, type ChartLine, type ChartMarker } from './chartData.ts';
import { formatNumber } from './formatNumber.ts';
import './chart.css';

export interface LineChartProps {
  readonly title: string;
  readonly unit: string;
  readonly xLabel: string;
  /** Where the x axis ends at least, so that a growing line does not move what is drawn; null follows the lines. */
  readonly xEnd: number | null;
  readonly lines: readonly ChartLine[];
  readonly markers: readonly ChartMarker[];
  readonly scale: 'linear' | 'log';
  /** Values are shares and shown as percent. */
  readonly percent: boolean;
  /** Key of the line to draw out of the others. */
  readonly highlight: string | null;
  readonly onHover: (key: string | null) => void;
  /** What the chart says while it has no point. */
  readonly empty: string;
  /** Stands for the title, e.g. a choice of what is shown. */
  readonly heading?: ReactNode;
  /** Shown at the right of the title while the pointer or focus is in the chart. */
  readonly actions?: ReactNode;
}

/** Charts with the same key move their cursors together. */
const cursors = uPlot.sync('shuurai-run');
/** Distances of the marks on an axis of whole things: rounds, steps. */
const WHOLE_STEPS = [0, 1, 2, 3, 4, 5, 6].flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power));
const WIDTH = { strong: 2.4, normal: 1.4, thin: 1 } as const;

/** Canvas cannot resolve CSS variables. */
function resolveColor(color: string): string {
  const name = /^var\((--[\w-]+)\)$/.exec(color)?.[1];
  return name === undefined
    ? color
    : getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function faded(color: string, alpha: number): string {
  return `color-mix(in srgb, ${color} ${Math.round(alpha * 100)}%, transparent)`;
}

const LABEL_ROWS = 3;
const TICK = 9;

/** Dashed verticals with a small label each, in rows so that they do not overlap; what finds no row stays a line. */
function drawMarkers(plot: uPlot, markers: readonly ChartMarker[]): void {
  const { ctx, bbox } = plot;
  const ratio = uPlot.pxRatio;
  ctx.save();
  ctx.font = `${10 * ratio}px system-ui, sans-serif`;
  ctx.setLineDash([3 * ratio, 3 * ratio]);
  ctx.lineWidth = ratio;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  const freeFrom = new Array<number>(LABEL_ROWS).fill(Number.NEGATIVE_INFINITY);
  for (const marker of markers) {
    const x = plot.valToPos(marker.x, 'x', true);
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    const tone = marker.tone === 'neutral' ? 'var(--text3)' : `var(--${marker.tone})`;
    ctx.strokeStyle = resolveColor(tone);
    ctx.fillStyle = ctx.strokeStyle;
    ctx.beginPath();
    ctx.moveTo(x, marker.shape === 'tick' ? bbox.top + bbox.height - TICK * ratio : bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    if (marker.shape === 'tick') continue;
    const width = ctx.measureText(marker.label).width;
    const room = bbox.left + bbox.width - x - 5 * ratio;
    const left = room >= width ? x + 5 * ratio : x - width - 5 * ratio;
    const row = freeFrom.findIndex((free) => left >= free);
    if (row === -1) continue;
    ctx.fillText(marker.label, left, bbox.top + (9 + 12 * row) * ratio);
    freeFrom[row] = left + width + 6 * ratio;
  }
  ctx.restore();
}

interface Live {
  /** The person dragged a range; new points must not undo that. A double click shows everything again. */
  zoomed: boolean;
  readonly xEnd: number | null;
  readonly lines: readonly ChartLine[];
  readonly markers: readonly ChartMarker[];
  readonly highlight: string | null;
  readonly onHover: (key: string | null) => void;
}

function createPlot(host: HTMLElement, props: LineChartProps, live: { readonly current: Live }): uPlot {
  const { percent } = props;
  const text = resolveColor('var(--text3)');
  const grid = { stroke: resolveColor('var(--line)'), width: 1 };
  const font = '10px system-ui, sans-serif';
  const series = props.lines.map((line, index): uPlot.Series => {
    const color = resolveColor(line.color);
    return {
      label: line.label,
      stroke: () => {
        const { highlight } = live.current;
        const key = live.current.lines[index]?.key;
        if (highlight !== null)
          return highlight === key ? color : faded(color, line.emphasis === 'thin' ? 0.15 : 0.4);
        return line.emphasis === 'thin' ? faded(color, 0.5) : color;
      },
      width: WIDTH[line.emphasis],
      ...(line.dash === undefined ? {} : { dash: [...line.dash] }),
      points: { show: (plot, _index, from, to) => to - from < 2 && plot.data[0].length < 3, size: 5 },
      spanGaps: false,
      value: (_plot, value) => (value === null ? '–' : formatNumber(value, percent)),
    };
  });
  return new uPlot(
    {
      width: Math.max(host.clientWidth, 50),
      height: Math.max(host.clientHeight, 50),
      series: [{}, ...series],
      legend: { show: false },
      focus: { alpha: 1 },
      cursor: {
        sync: { key: cursors.key, setSeries: false },
        focus: { prox: 12 },
        drag: { x: true, y: false },
        bind: {
          dblclick: (_plot, _target, handler) => (event) => {
            live.current.zoomed = false;
            handler(event);
            return null;
          },
        },
        points: { size: 6 },
      },
      scales: {
        x: {
          time: false,
          range: (_plot, min, max) => {
            const { zoomed, xEnd } = live.current;
            return zoomed || xEnd === null ? [min, max] : [min, Math.max(max, xEnd)];
          },
        },
        y: { distr: props.scale === 'log' ? 3 : 1 },
      },
      axes: [
        {
          stroke: text,
          grid: { show: false },
          ticks: { show: false },
          font,
          size: 20,
          gap: 3,
          ...(props.xLabel === 'time' ? {} : { incrs: WHOLE_STEPS }),
        },
        {
          stroke: text,
          grid,
          ticks: { show: false },
          font,
          size: 42,
          gap: 5,
          values: (_plot, splits) =>
            splits.map((value) => (value === null ? '' : formatNumber(value, percent))),
        },
      ],
      padding: [8, 12, 0, 0],
      hooks: {
        draw: [(plot) => drawMarkers(plot, live.current.markers)],
        setSelect: [
          (plot) => {
            if (plot.select.width > 0) live.current.zoomed = true;
          },
        ],
        setSeries: [
          (_plot, index) => {
            const key =
              index === null || index === undefined ? undefined : live.current.lines[index - 1]?.key;
            live.current.onHover(key ?? null);
          },
        ],
      },
    },
    alignLines(props.lines),
    host,
  );
}

/** Live lines over rounds. New points never re-create the chart; a change of its lines, scale or theme does. */
export function LineChart(props: LineChartProps): React.ReactElement {
  const { title, unit, lines, markers, highlight, onHover, empty, xLabel, xEnd } = props;
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const live = useRef<Live>({ lines, markers, highlight, onHover, xEnd, zoomed: false });
  live.current = { lines, markers, highlight, onHover, xEnd, zoomed: live.current.zoomed };
  const latest = useRef(props);
  latest.current = props;
  const hasPoints = lines.some((line) => line.x.length > 0);
  const theme = useTheme(({ shown }) => shown);
  const shape = useMemo(
    () =>
      JSON.stringify([
        theme,
        xLabel,
        props.scale,
        props.percent,
        lines.map(({ key, color, emphasis, dash }) => [key, color, emphasis, dash]),
      ]),
    [theme, xLabel, props.scale, props.percent, lines],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for everything the plot is created from
  useEffect(() => {
    const element = host.current;
    if (element === null || !hasPoints) return;
    const created = createPlot(element, latest.current, live);
    plot.current = created;
    cursors.sub(created);
    const observer = new ResizeObserver(() =>
      created.setSize({
        width: Math.max(element.clientWidth, 50),
        height: Math.max(element.clientHeight, 50),
      }),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      cursors.unsub(created);
      created.destroy();
      plot.current = null;
    };
  }, [shape, hasPoints]);

  useEffect(() => {
    const current = plot.current;
    if (current === null) return;
    const { zoomed } = live.current;
    current.setData(alignLines(lines), !zoomed);
    if (zoomed) current.redraw();
  }, [lines]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the plot reads these through `live`
  useEffect(() => plot.current?.redraw(false), [highlight, markers]);

  const last = lines.find((line) => line.emphasis === 'strong')?.y.at(-1);
  return (
    <figure className="chart" aria-label={`${title}, by ${xLabel}`}>
      <figcaption>
        {props.heading ?? <b>{title}</b>}
        {last !== undefined && Number.isFinite(last) && (
          <span className="chart-last">swarm {formatNumber(last, props.percent)}</span>
        )}
        {props.actions !== undefined && <span className="chart-actions">{props.actions}</span>}
        <span className="chart-unit">{unit}</span>
      </figcaption>
      <div ref={host} className="chart-plot" />
      {!hasPoints && <p className="empty">{empty}</p>}
    </figure>
  );
}
