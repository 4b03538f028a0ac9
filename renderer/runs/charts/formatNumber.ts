import { formatFixed, formatScaled, formatTiny } from '../../ui/format.ts';

/** A number short enough for an axis or a table cell: percent with one digit, else two or three significant digits. */
export function formatNumber(value: number, percent: boolean): string {
  if (!Number.isFinite(value)) return '–';
  if (percent) return formatFixed(value * 100, Math.abs(value) >= 0.9995 ? 0 : 1);
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 10_000) return formatScaled(value);
  if (size >= 100) return formatFixed(value, 0);
  if (size >= 10) return formatFixed(value, 1);
  if (size >= 0.00995) return formatFixed(value, 2);
  if (size < 0.000995) return formatTiny(value);
  const short = Number(value.toPrecision(2));
  return formatFixed(short, String(short).split('.')[1]?.length ?? 0);
}
