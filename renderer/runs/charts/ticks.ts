import { languageCode } from '#engine/core/text.ts';
import { formatClock, formatFixed } from '../../ui/format.ts';
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

/** Ticks are not made finer than for so many. */
const MOST_FINER = 12;

function placesOf([low, high]: readonly [number, number], count: number, kind: AxisKind) {
  const step = stepOf(high - low, count, kind);
  return [step, Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)] as const;
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
  const [step, first, last] = placesOf([low, high], count, kind);
  // One alone says where it is, but not how far anything else is.
  if (last <= first && count < MOST_FINER) return ticks(low, high, Math.max(2, count * 1.5), kind);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
}

const whole = new Intl.NumberFormat(languageCode(), { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat(languageCode(), { notation: 'compact', maximumFractionDigits: 2 });

/** A tick of the x axis: "1,200", "1.2M", "2:05". */
export function formatPlace(value: number, kind: AxisKind): string {
  if (kind === 'seconds') return formatClock(value * 1000);
  return Math.abs(value) >= 1_000_000 ? compact.format(value) : whole.format(value);
}

/** Ticks of the y axis, all with the same digits, as many as tell neighbours apart. */
export function formatTicks(values: readonly number[], percent: boolean): string[] {
  const scaled = percent ? values.map((value) => value * 100) : values;
  const most = Math.max(...scaled.map(Math.abs));
  const steps = scaled.slice(1).map((value, at) => Math.abs(value - scaled[at]!));
  const step = Math.min(...steps);
  const isEven = Math.max(...steps) < 1.5 * step; // powers of ten are not
  const short = values.map((value) => formatNumber(value, percent));
  const isOdd = most >= 10_000 || most < 0.01 || !isEven;
  if (isOdd && new Set(short).size === short.length) return short;
  const digits = Math.min(8, Math.max(0, Math.ceil(-Math.log10(step) - 1e-6)));
  return scaled.map((value) => formatFixed(value, digits));
}
