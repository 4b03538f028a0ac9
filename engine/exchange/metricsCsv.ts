import type { Series } from '../protocol/api/measured.ts';

/** A cell as RFC 4180 wants it; a text that a spreadsheet would take for a formula is one no longer. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Every measured value of a run: one row each, with its series, round, step and milliseconds since the start. */
export function metricsCsv(series: readonly Series[]): string {
  const rows = series
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name, round, step, time, last }) =>
      last.map((value, i) => [cell(name), round[i], step[i], Math.round(time[i] ?? 0), value].join(',')),
    );
  return `${['series,round,step,milliseconds,value', ...rows].join('\r\n')}\r\n`;
}
