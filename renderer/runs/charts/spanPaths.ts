import type uPlot from 'uplot';
import type { AlignedLines } from './chartData.ts';

/** What a line and the spans of its points are stroked with. */
interface SpanColors {
  readonly line: string;
  readonly span: string;
}

/**
 * Draws a line whose points may stand for many: through the last value of each, with a paler upright from its least to its
 * greatest, so that no spike is lost however many points a pixel holds.
 */
export function spanPaths(
  dataNow: () => AlignedLines,
  colors: (line: number) => SpanColors,
): uPlot.Series.PathBuilder {
  return (plot, index, first, last) => {
    const { xs, ys, raws, spans } = dataNow();
    const column = ys[index - 1] ?? [];
    const span = spans[index - 1] ?? null;
    const toX = pixelsOf(plot, 'x');
    const toY = pixelsOf(plot, 'y');
    const stroke = new Path2D();
    const behind = new Path2D();
    const raw = raws[index - 1] ?? null;
    let pen = false;
    for (let at = Math.max(0, first - 1); at <= Math.min(xs.length - 1, last + 1); at += 1) {
      const value = column[at];
      if (value === undefined) continue;
      if (value === null) {
        pen = false;
        continue;
      }
      const x = toX(xs[at]!);
      const y = toY(value);
      if (pen) stroke.lineTo(x, y);
      else stroke.moveTo(x, y);
      pen = true;
      const low = span?.low[at];
      const high = span?.high[at];
      if (typeof low !== 'number' || typeof high !== 'number' || low === high) continue;
      behind.moveTo(x, toY(low));
      behind.lineTo(x, toY(high));
    }
    if (raw !== null) {
      let rawPen = false;
      for (let at = Math.max(0, first - 1); at <= Math.min(xs.length - 1, last + 1); at += 1) {
        const value = raw[at];
        if (value === undefined) continue;
        if (value !== null) behind[rawPen ? 'lineTo' : 'moveTo'](toX(xs[at]!), toY(value));
        rawPen = value !== null;
      }
    }
    const { line, span: pale } = colors(index - 1);
    const drawn =
      span === null && raw === null
        ? stroke
        : new Map([
            [pale, behind],
            [line, stroke],
          ]);
    return { stroke: drawn, fill: null, clip: null, band: null, gaps: [], flags: 0 };
  };
}

/** A scale as a function to canvas pixels; faster than asking the plot for each point. */
function pixelsOf(plot: uPlot, key: 'x' | 'y'): (value: number) => number {
  const scale = plot.scales[key];
  const { left, top, width, height } = plot.bbox;
  const isLog = scale?.distr === 3;
  const place = (value: number): number => (isLog ? Math.log10(Math.max(value, Number.MIN_VALUE)) : value);
  const [low, high] = [place(scale?.min ?? 0), place(scale?.max ?? 1)];
  const span = high - low || 1;
  return key === 'x'
    ? (value) => left + ((place(value) - low) / span) * width
    : (value) => top + height - ((place(value) - low) / span) * height;
}
