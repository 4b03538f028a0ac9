import { type AlignedLines, within } from './chartData.ts';

/** Least and greatest value of the lines in a stretch of x, spikes included; null where there is none. */
export function valueRange(
  { xs, ys, raws, spans }: AlignedLines,
  isShown: (line: number) => boolean,
  [from, to]: readonly [number, number],
  scale: 'linear' | 'log',
): readonly [number, number] | null {
  const { first, end } = within(xs, { from, to });
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const take = (value: number | null | undefined): void => {
    if (typeof value !== 'number' || (scale === 'log' && value <= 0)) return;
    if (value < low) low = value;
    if (value > high) high = value;
  };
  ys.forEach((column, line) => {
    if (!isShown(line)) return;
    const span = spans[line] ?? null;
    const raw = raws[line] ?? null;
    for (let at = first; at < end; at += 1) {
      if (xs[at]! < from || xs[at]! > to) continue;
      take(column[at]);
      if (raw !== null) take(raw[at]);
      if (span === null) continue;
      take(span.low[at]);
      take(span.high[at]);
    }
  });
  return low > high ? null : [low, high];
}
