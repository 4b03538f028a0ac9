import uPlot from 'uplot';
import { isLitBy } from '../highlight.ts';
import type { AlignedLines, ChartLine, ChartMarker, Range } from './chartData.ts';
import { drawMarkers, LABEL_STRIP } from './drawMarkers.ts';
import { faded, resolveColor } from './resolveColor.ts';
import { spanPaths } from './spanPaths.ts';
import { type AxisKind, formatPlace, formatTicks, ticks } from './ticks.ts';
import { valueRange } from './valueRange.ts';

/** What a plot reads anew at each drawing: a change of it needs no new plot. */
export interface PlotState {
  readonly lines: readonly ChartLine[];
  readonly aligned: AlignedLines;
  readonly markers: readonly ChartMarker[];
  readonly highlight: string | null;
  readonly range: Range | null;
  readonly xEnd: number | null;
  readonly onHover: (key: string | null) => void;
  readonly onRange: (range: Range | null) => void;
  /** The x under the pointer, `mine` where the pointer is in this chart and not in one whose cursor moves along. */
  readonly onCursor: (plot: uPlot, x: number | null) => void;
}

interface PlotLook {
  readonly xKind: AxisKind;
  readonly scale: 'linear' | 'log';
  readonly percent: boolean;
  readonly hidden: ReadonlySet<string>;
}

/** Charts with the same key move their cursors together. */
const cursors = uPlot.sync('shuurai-run');
const WIDTH = { strong: 2.4, normal: 1.4, thin: 1 } as const;
const FONT = '10px system-ui, sans-serif';
/** Pixels of a digit in that font. */
const DIGIT = 5.8;
const LEAST_DRAG = 4;
/** Of what lies between the least and the greatest value of a point, beside the line. */
const SPAN_ALPHA = { strong: 0.6, normal: 0.45, thin: 0.3 } as const;

/** What `setData` takes. */
export const plotData = ({ xs, ys }: AlignedLines): uPlot.AlignedData => [
  xs,
  ...ys.map((column) => [...column]),
];

/** The stretch of x that is shown without a zoom. */
export function wholeRange({ aligned: { xs }, xEnd }: Pick<PlotState, 'aligned' | 'xEnd'>): Range {
  const from = xs[0] ?? 0;
  const last = Math.max(xs.at(-1) ?? 1, xEnd ?? Number.NEGATIVE_INFINITY);
  return { from, to: last > from ? last : from + 1 };
}

export function createPlot(host: HTMLElement, look: PlotLook, state: { readonly current: PlotState }): uPlot {
  const text = resolveColor('var(--text3)');
  const grid = { stroke: resolveColor('var(--line)'), width: 1 };
  const isShown = (plot: uPlot, line: number): boolean => plot.series[line + 1]?.show !== false;
  const colourOf = (at: number): string => {
    const { highlight, lines } = state.current;
    const line = lines[at];
    if (line === undefined) return text;
    const color = colors[at] ?? text;
    const thin = line.emphasis === 'thin';
    if (!lines.some(({ key }) => isLitBy(key, highlight))) return thin ? faded(color, 0.5) : color;
    return isLitBy(line.key, highlight) ? color : faded(color, thin ? 0.15 : 0.4);
  };
  const colors = state.current.lines.map(({ color }) => resolveColor(color));
  const paths = spanPaths(
    () => state.current.aligned,
    (at) => ({
      line: colourOf(at),
      span: faded(colourOf(at), SPAN_ALPHA[state.current.lines[at]?.emphasis ?? 'thin']),
    }),
  );
  const series = state.current.lines.map((line, index): uPlot.Series => {
    return {
      label: line.label,
      show: !look.hidden.has(line.key),
      stroke: () => colourOf(index),
      width: WIDTH[line.emphasis],
      ...(line.dash === undefined ? {} : { dash: [...line.dash] }),
      points: { show: (plot, _index, from, to) => to - from < 2 && plot.data[0].length < 3, size: 5 },
      paths,
    };
  });
  const shownRange = (): Range => state.current.range ?? wholeRange(state.current);
  const plot = new uPlot(
    {
      width: Math.max(host.clientWidth, 50),
      height: Math.max(host.clientHeight, 50),
      series: [{}, ...series],
      legend: { show: false },
      focus: { alpha: 1 },
      cursor: {
        sync: {
          key: cursors.key,
          setSeries: false,
          scales: ['x', null],
          filters: { pub: (type) => type === 'mousemove' || type === 'mouseleave' },
        },
        focus: { prox: 12 },
        drag: { x: true, y: false, setScale: false, dist: LEAST_DRAG },
        bind: {
          dblclick: () => () => {
            state.current.onRange(null);
            return null;
          },
        },
        points: { size: 6 },
      },
      scales: {
        x: {
          time: false,
          range: () => {
            const { from, to } = shownRange();
            return [from, to];
          },
        },
        y: {
          distr: look.scale === 'log' ? 3 : 1,
          range: (self) => {
            const { from, to } = shownRange();
            const found = valueRange(
              state.current.aligned,
              (line) => isShown(self, line),
              [from, to],
              look.scale,
            );
            if (found === null) return look.scale === 'log' ? [0.1, 1] : [0, 1];
            const [low, high] = found;
            if (look.scale === 'log') return low === high ? [low / 2, high * 2] : [low / 1.06, high * 1.06];
            const margin = low === high ? Math.abs(low) * 0.1 || 0.5 : (high - low) * 0.06;
            return [low - margin, high + margin];
          },
        },
      },
      axes: [
        {
          stroke: text,
          grid: { show: false },
          ticks: { show: false },
          font: FONT,
          size: 20,
          gap: 3,
          splits: (self, _axis, low, high) => ticks(low, high, self.over.clientWidth / 80, look.xKind),
          values: (_plot, splits) => splits.map((value) => formatPlace(value, look.xKind)),
        },
        {
          stroke: text,
          grid,
          ticks: { show: false },
          font: FONT,
          size: 46,
          gap: 5,
          splits: (self, _axis, low, high) =>
            ticks(
              low,
              high,
              Math.max(2, self.over.clientHeight / 26),
              look.scale === 'log' ? 'log' : 'linear',
            ),
          filter: (_plot, splits) => splits,
          values: (_plot, splits) => formatTicks(splits, look.percent),
        },
      ],
      // Half of the last label of the x axis stands to the right of its end.
      padding: [
        LABEL_STRIP,
        () => Math.max(12, (formatPlace(shownRange().to, look.xKind).length * DIGIT) / 2 + 2),
        0,
        0,
      ],
      hooks: {
        draw: [(self) => drawMarkers(self, state.current.markers)],
        setSelect: [
          (self) => {
            const { left, width } = self.select;
            if (width < LEAST_DRAG) return;
            const from = self.posToVal(left, 'x');
            const to = self.posToVal(left + width, 'x');
            self.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
            state.current.onRange({ from, to });
          },
        ],
        setSeries: [
          (_plot, index) => {
            const line = index === null || index === undefined ? undefined : state.current.lines[index - 1];
            state.current.onHover(line?.key ?? null);
          },
        ],
        setCursor: [
          (self) => {
            const { left = -1 } = self.cursor;
            state.current.onCursor(self, left < 0 ? null : self.posToVal(left, 'x'));
          },
        ],
      },
    },
    plotData(state.current.aligned),
    host,
  );
  cursors.sub(plot);
  plot.over.addEventListener('wheel', (event) => zoomByWheel(plot, event, state.current), { passive: false });
  return plot;
}

export function destroyPlot(plot: uPlot): void {
  cursors.unsub(plot);
  plot.destroy();
}

/** Less than this is not worth looking at: two points. */
const NEAREST = 2;

/** Zooms about the pointer; where charts have to be scrolled only with Ctrl, so that the wheel goes on scrolling. */
function zoomByWheel(plot: uPlot, event: WheelEvent, state: PlotState): void {
  const scroller = plot.root.closest('.chart-grid');
  const scrolls = scroller !== null && scroller.scrollHeight > scroller.clientHeight + 1;
  if (scrolls && !event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const whole = wholeRange(state);
  const now = state.range ?? whole;
  const factor = Math.exp(Math.max(-1, Math.min(1, event.deltaY / 250)));
  const at = plot.posToVal(event.clientX - plot.over.getBoundingClientRect().left, 'x');
  state.onRange(zoomed(now, whole, at, factor));
}

/** A range made `factor` times as wide about `at`, within the whole; null where it is the whole. */
export function zoomed(now: Range, whole: Range, at: number, factor: number): Range | null {
  const width = Math.max((now.to - now.from) * factor, Math.min(NEAREST, whole.to - whole.from));
  if (width >= whole.to - whole.from) return null;
  const share = (at - now.from) / (now.to - now.from || 1);
  const from = Math.min(Math.max(whole.from, at - share * width), whole.to - width);
  return { from, to: from + width };
}

/** The value of a line nearest to `x`, for a tip. */
export function valueAt({ aligned }: Pick<PlotState, 'aligned'>, line: number, index: number): number | null {
  const column = aligned.ys[line];
  const near = column?.[index];
  if (typeof near === 'number') return near;
  for (let back = index - 1; back >= Math.max(0, index - 64); back -= 1) {
    const value = column?.[back];
    if (value === null) return null;
    if (value !== undefined) return value;
  }
  return null;
}
