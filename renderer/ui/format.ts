import { formatNumber, languageCode, t } from '#engine/core/text.ts';

const formats = new Map<number, Intl.NumberFormat>();

/** With so many places, in the language in use. */
export function formatFixed(value: number, places: number): string {
  let format = formats.get(places);
  if (format === undefined) {
    const digits = { minimumFractionDigits: places, maximumFractionDigits: places };
    format = new Intl.NumberFormat(languageCode(), digits);
    formats.set(places, format);
  }
  return format.format(value).replace('-', MINUS);
}

/** As wide as a plus, so that columns of numbers stand still. */
const MINUS = '−';

/** A number too small for places: 0.00034 -> "3.4e-4". */
export const formatTiny = (value: number): string => {
  const [digits = '', power = ''] = value.toExponential(1).split('e');
  return `${formatFixed(Number(digits), 1)}e${power}`;
};

const whole = new Intl.NumberFormat(languageCode(), { maximumFractionDigits: 0 });

/** 6920 -> "6,920". */
export const formatCount = (value: number): string => whole.format(value);

/** 0.8136 -> "81.4 %"; – while unknown. */
export function formatPercent(share: number | null | undefined): string {
  return share === null || share === undefined || !Number.isFinite(share)
    ? '–'
    : `${formatFixed(share * 100, 1)} %`;
}

const SCALES = [
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/** Two significant places and a metric prefix: 1900000 -> "1.9 M". */
export function formatScaled(value: number | null | undefined, unit = ''): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  for (const [scale, prefix] of SCALES) {
    if (Math.abs(value) >= scale * 0.9995) return `${places(value / scale)} ${prefix}${unit}`;
  }
  return unit === '' ? places(value) : `${places(value)} ${unit}`;
}

const places = (value: number): string =>
  formatFixed(value, Math.abs(value) >= 100 || Number.isInteger(Number(value.toFixed(1))) ? 0 : 1);

/** Seconds as people say them: "0.9 s", "2:05". */
export function formatSeconds(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return '–';
  if (seconds < 0.1) return t`${Math.max(1, Math.round(seconds * 1000))} ms`;
  return seconds < 60 ? `${formatFixed(seconds, 1)} s` : formatClock(seconds * 1000);
}

/** Milliseconds as a clock: "0:38", "1:02:03"; two days and more in days: "6 d 8 h". */
export function formatClock(milliseconds: number): string {
  const total = Math.max(0, Math.round(milliseconds / 1000));
  const hours = Math.floor(total / 3600);
  if (hours >= 48) return t`${Math.floor(hours / 24)} d ${hours % 24} h`;
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = String(total % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}

/** A measured value in few places: loss, perplexity; – while unknown. */
export function formatValue(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  if (value !== 0 && Math.abs(value) < 0.001) return formatTiny(value);
  return formatFixed(value, Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3);
}

/** A number as people write it in a field: short, with the decimal sign of their language, exponents only where they help. */
export function numberText(value: unknown): string {
  if (typeof value !== 'number') return value === null || value === undefined ? '' : String(value);
  const text =
    value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential().replace('e-0', 'e-') : String(value);
  return text.replace('.', formatNumber(0.5).charAt(1));
}
