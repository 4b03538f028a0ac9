import type uPlot from 'uplot';
import { counted, t } from '#engine/core/text.ts';
import { isLitBy } from '../highlight.ts';
import { lastOf } from './chartData.ts';
import { type PlotState, valueAt } from './createPlot.ts';
import { formatNumber } from './formatNumber.ts';
import { type AxisKind, formatPlace } from './ticks.ts';

const NEAR = 7;
const MOST_EVENTS = 5;

interface TipLook {
  readonly xLabel: string;
  readonly xKind: AxisKind;
  readonly percent: boolean;
}

/**
 * A small note beside the pointer: the place, the value of the line pointed at (else of the strong one), and what
 * happened there. Written without React, at every move of the pointer.
 */
export function createTip(plot: uPlot): (state: PlotState, look: TipLook) => void {
  const tip = document.createElement('div');
  tip.className = 'chart-tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');
  plot.over.append(tip);
  return (state, look) => {
    const { left = -1, idx } = plot.cursor;
    const isHere = plot.over.matches(':hover');
    if (left < 0 || !isHere || idx == null) {
      tip.hidden = true;
      return;
    }
    const x = state.aligned.xs[idx];
    if (x === undefined) return;
    const rows = [`${look.xLabel} ${formatPlace(x, look.xKind)}`];
    const { lines } = state;
    const pointed = lines.findIndex(({ key }) => isLitBy(key, state.highlight));
    const shown = pointed === -1 ? lines.findIndex(({ emphasis }) => emphasis === 'strong') : pointed;
    for (const at of new Set([shown, ...(lines.length <= 6 ? lines.keys() : [])])) {
      const line = lines[at];
      if (line === undefined || plot.series[at + 1]?.show === false || lastOf(line) === null) continue;
      const value = valueAt(state, at, idx);
      if (value !== null)
        rows.push(
          `${line.label}  ${formatNumber(value, look.percent)}${spanText(state, at, idx, look.percent)}`,
        );
    }
    const events = state.markers.filter(({ x: place }) => Math.abs(plot.valToPos(place, 'x') - left) <= NEAR);
    rows.push(...events.slice(0, MOST_EVENTS).map(({ label }) => label));
    const more = events.length - MOST_EVENTS;
    if (more > 0) rows.push(counted(more, 'and {0} more event', 'and {0} more events'));
    tip.replaceChildren(
      ...rows.map((text, at) => {
        const row = document.createElement(at === 0 ? 'b' : 'span');
        row.textContent = text;
        return row;
      }),
    );
    tip.hidden = false;
    const { clientWidth, clientHeight } = plot.over;
    const isRight = left > clientWidth / 2;
    tip.style.left = isRight ? '' : `${left + 12}px`;
    tip.style.right = isRight ? `${clientWidth - left + 12}px` : '';
    const { top = 0 } = plot.cursor;
    tip.style.top = `${Math.max(0, Math.min(top - 12, clientHeight - tip.offsetHeight))}px`;
  };
}

function spanText({ aligned }: PlotState, line: number, at: number, percent: boolean): string {
  const span = aligned.spans[line];
  const [low, high] = [span?.low[at], span?.high[at]];
  if (typeof low !== 'number' || typeof high !== 'number' || low === high) return '';
  return t` (${formatNumber(low, percent)} to ${formatNumber(high, percent)})`;
}
