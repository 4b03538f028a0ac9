import uPlot from 'uplot';
import type { ChartMarker } from './chartData.ts';
import { labelPlaces, markerGroups } from './markerGroups.ts';
import { resolveColor } from './resolveColor.ts';

const LABEL_HEIGHT = 12;
/** Lower charts have room for one row of labels over their lines, no two. */
const TWO_ROWS = 80;
const TICK = 9;

/** Dashed verticals with a small label each, in rows so that they do not overlap; what finds no row stays a line. */
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
  const places = labelPlaces(groups, (label) => ctx.measureText(label).width, right, {
    rows: bbox.height / ratio < TWO_ROWS ? 1 : 2,
    gap: 5 * ratio,
  });
  const colorOf = (tone: ChartMarker['tone']): string =>
    resolveColor(tone === 'neutral' ? 'var(--text3)' : `var(--${tone})`);
  for (const { at, tone, shape } of groups) {
    ctx.strokeStyle = colorOf(tone);
    ctx.beginPath();
    ctx.moveTo(at, shape === 'tick' ? bottom - TICK * ratio : bbox.top);
    ctx.lineTo(at, bottom);
    ctx.stroke();
  }
  // A plate in the colour of the ground keeps a label readable over lines and other marks, which are still seen through it.
  const ground = resolveColor('var(--bg1)');
  groups.forEach(({ label, tone }, index) => {
    const place = places[index];
    if (place == null) return;
    const top = bbox.top + LABEL_HEIGHT * place.row * ratio;
    ctx.globalAlpha = 0.6;
    ctx.fillStyle = ground;
    ctx.fillRect(
      place.left - 2 * ratio,
      top,
      ctx.measureText(label).width + 4 * ratio,
      (LABEL_HEIGHT - 0.5) * ratio,
    );
    ctx.globalAlpha = 1;
    ctx.fillStyle = colorOf(tone);
    ctx.fillText(label, place.left, top + 9 * ratio);
  });
  ctx.restore();
}
