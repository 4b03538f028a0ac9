import { formatClock } from '../../ui/format.ts';
import { formatNumber } from './formatNumber.ts';

/** What an axis measures: whole things (rounds, steps), seconds, or values. */
export type AxisKind = 'whole' | 'seconds' | 'linear' | 'log';

const CLOCK_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400];

function stepOf(span: number, count: number, kind: AxisKind): number {
  const rough = span / Math.max(1, count);
  if (kind === 'seconds') {
    const known = CLOCK_STEPS.find((step) => step >= rough);
    if (known !== undefined && rough >= 1) return known;
  }
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((one) => one >= rough * 0.9999) ?? rough;
  return kind === 'whole' ? Math.max(1, Math.round(step)) : step;
}

/** Round numbers within [low, high], about `count` of them; on a logarithmic axis of several decades, powers of ten. */
export function ticks(low: number, high: number, count: number, kind: AxisKind): number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return Number.isFinite(low) ? [low] : [];
  if (kind === 'log' && low > 0 && high / low >= 30) {
    const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
    const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, count)));
    const powers = [];
    for (let power = first; power <= last; power += every) powers.push(10 ** power);
    return powers;
  }
  const step = stepOf(span, count, kind);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });

/** A tick of the x axis: "1,200", "1.2M", "2:05". */
export function formatPlace(value: number, kind: AxisKind): string {
  if (kind === 'seconds') return formatClock(value * 1000);
  return Math.abs(value) >= 1_000_000 ? compact.format(value) : whole.format(value);
}

/** Ticks of the y axis, with as many digits as tell neighbours apart. */
export function formatTicks(values: readonly number[], percent: boolean): string[] {
  const shown = values.map((value) => formatNumber(value, percent));
  if (new Set(shown).size === shown.length) return shown;
  const step = Math.min(...values.slice(1).map((value, at) => Math.abs(value - values[at]!)));
  const digits = Math.min(8, Math.max(0, Math.ceil(-Math.log10(percent ? step * 100 : step) - 1e-6) + 1));
  return values.map((value) => (percent ? value * 100 : value).toFixed(digits));
}
