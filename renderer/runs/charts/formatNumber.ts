/** A number short enough for an axis or a table cell: percent with one digit, else three significant digits. */
export function formatNumber(value: number, percent: boolean): string {
  if (!Number.isFinite(value)) return '–';
  if (percent) return (value * 100).toFixed(Math.abs(value) >= 0.9995 ? 0 : 1);
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 10_000)
    return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(value);
  if (size >= 100) return value.toFixed(0);
  if (size >= 10) return value.toFixed(1);
  if (size >= 0.01) return value.toFixed(2);
  return value.toExponential(1);
}
