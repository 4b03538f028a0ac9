import { counted } from '#engine/core/text.ts';
import type { ChartMarker } from './chartData.ts';

/** Marks that stand so close together that one line is drawn for them. */
export interface MarkerGroup {
  /** Pixel, or whatever `place` gives. */
  readonly at: number;
  readonly label: string;
  readonly tone: ChartMarker['tone'];
  readonly shape: ChartMarker['shape'];
  readonly members: readonly ChartMarker[];
}

const CLOSE = 5;
const WORST: readonly ChartMarker['tone'][] = ['bad', 'warn', 'ok', 'neutral'];

/** Marks in view by where they stand; those nearer than a few pixels together, named by the gravest. */
export function markerGroups(
  markers: readonly ChartMarker[],
  place: (x: number) => number,
  [left, right]: readonly [number, number],
): readonly MarkerGroup[] {
  const placed = markers
    .map((marker) => ({ marker, at: place(marker.x) }))
    .filter(({ at }) => at >= left && at <= right)
    .sort((a, b) => a.at - b.at);
  const groups: { at: number; members: ChartMarker[] }[] = [];
  for (const { marker, at } of placed) {
    const last = groups.at(-1);
    const alike = last?.members[0]?.shape === marker.shape;
    if (last !== undefined && alike && at - last.at < CLOSE) last.members.push(marker);
    else groups.push({ at, members: [marker] });
  }
  return groups.map(({ at, members }): MarkerGroup => {
    const gravest = members.toSorted((a, b) => WORST.indexOf(a.tone) - WORST.indexOf(b.tone))[0]!; // groups have members
    const more = members.length - 1;
    return {
      at,
      label: more === 0 ? gravest.label : `${gravest.label} ${counted(more, '+ {0} more', '+ {0} more')}`,
      tone: gravest.tone,
      shape: gravest.shape,
      members,
    };
  });
}

/** Where a label goes so that none lies over another: its row, and its left edge; null where it finds no room. */
export function labelPlaces(
  groups: readonly MarkerGroup[],
  widthOf: (label: string) => number,
  right: number,
  { rows, gap }: { readonly rows: number; readonly gap: number },
): readonly ({ readonly left: number; readonly row: number } | null)[] {
  const freeFrom = new Array<number>(rows).fill(Number.NEGATIVE_INFINITY);
  return groups.map(({ at, label, shape }) => {
    if (shape === 'tick') return null;
    const width = widthOf(label);
    const left = right - at - gap >= width ? at + gap : at - width - gap;
    const row = freeFrom.findIndex((free) => left >= free);
    if (row === -1) return null;
    freeFrom[row] = left + width + gap;
    return { left, row };
  });
}
