import uPlot from 'uplot';
import type { ChartMarker } from './chartData.ts';
import { labelPlaces, markerGroups } from './markerGroups.ts';
import { resolveColor } from './resolveColor.ts';

/** Pixels over the lines that are kept for the labels of marks, so that neither is drawn over the other, nor moves when the first comes. */
export const LABEL_STRIP = 16;
const TICK = 9;

/** Dashed verticals with a small label each over the lines; what finds no room there stays a line. */
export function drawMarkers(plot: uPlot, markers: readonly ChartMarker[]): void {
  const { ctx, bbox } = plot;
  const ratio = uPlot.pxRatio;
  const right = bbox.left + bbox.width;
  const bottom = bbox.top + bbox.height;
  const groups = markerGroups(markers, (x) => plot.valToPos(x, 'x', true), [bbox.left, right]);
  ctx.save();
  ctx.font = `${10 * ratio}px system-ui, sans-serif`;
  ctx.setLineDash([3 * ratio, 3 * ratio]);
  ctx.lineWidth = ratio;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  const widthOf = (label: string): number => ctx.measureText(label).width;
  const gap = 5 * ratio;
  // A label may go on beside the plot, to the edge of the picture.
  const places = labelPlaces(groups, widthOf, [bbox.left, ctx.canvas.width - ratio], { gap, scale: ratio });
  const colorOf = (tone: ChartMarker['tone']): string =>
    resolveColor(tone === 'neutral' ? 'var(--text3)' : `var(--${tone})`);
  for (const { at, tone, shape } of groups) {
    ctx.strokeStyle = colorOf(tone);
    ctx.beginPath();
    ctx.moveTo(at, shape === 'tick' ? bottom - TICK * ratio : bbox.top);
    ctx.lineTo(at, bottom);
    ctx.stroke();
  }
  groups.forEach(({ at, tone }, index) => {
    const place = places[index];
    if (place == null) return;
    const middle = bbox.top - (LABEL_STRIP / 2 + 1) * ratio;
    ctx.strokeStyle = colorOf(tone);
    ctx.beginPath();
    ctx.moveTo(at, middle - 4 * ratio);
    ctx.lineTo(at, bbox.top);
    ctx.stroke();
    ctx.fillStyle = colorOf(tone);
    ctx.fillText(place.text, place.left, middle + 3.5 * ratio);
  });
  ctx.restore();
}
