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

export interface LabelPlace {
  readonly left: number;
  /** How wide it may be; less than its width where it has to be shortened. */
  readonly room: number;
}

/** A label shorter than this says nothing. */
const LEAST_LABEL = 48;

/**
 * Where labels go in a row so that none lies over another, those of the gravest marks first: right of their mark, left of it where that
 * is too near the end, or shortened; null where one finds no room.
 */
export function labelPlaces(
  groups: readonly MarkerGroup[],
  widthOf: (label: string) => number,
  [start, end]: readonly [number, number],
  { gap, scale = 1 }: { readonly gap: number; readonly scale?: number },
): readonly (LabelPlace | null)[] {
  const taken: { readonly from: number; readonly to: number }[] = [];
  const places = groups.map((): LabelPlace | null => null);
  const gravest = groups
    .map((group, index) => ({ ...group, index }))
    .filter(({ shape }) => shape !== 'tick')
    .sort((a, b) => WORST.indexOf(a.tone) - WORST.indexOf(b.tone) || a.at - b.at);
  for (const { at, label, index } of gravest) {
    const width = widthOf(label);
    const right = at + gap;
    const room = end - right;
    const choices: LabelPlace[] =
      room >= width ? [{ left: right, room: width }] : [{ left: at - width - gap, room: width }];
    if (room < width && room >= LEAST_LABEL * scale) choices.push({ left: right, room });
    // From its mark to its end: the line of another mark that goes up to a label must not cross it either.
    const spanOf = ({ left, room: wide }: LabelPlace) => ({
      from: Math.min(at, left),
      to: Math.max(at, left + wide) + gap,
    });
    const found = choices.find((place) => {
      const { from, to } = spanOf(place);
      return from >= start && taken.every((other) => to <= other.from || from >= other.to);
    });
    if (found === undefined) continue;
    taken.push(spanOf(found));
    places[index] = found;
  }
  return places;
}

/** A label cut to what its place has room for. */
export function fitted(label: string, room: number, widthOf: (label: string) => number): string {
  let shown = label;
  for (let end = label.length - 1; end > 0 && widthOf(shown) > room; end -= 1)
    shown = `${label.slice(0, end).trimEnd()}…`;
  return shown;
}
