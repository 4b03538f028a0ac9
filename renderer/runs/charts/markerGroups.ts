import { counted, formatNumber } from '#engine/core/text.ts';
import type { ChartMarker } from './chartData.ts';

/** Marks that stand so close together that one line is drawn for them. */
export interface MarkerGroup {
  /** Pixel, or whatever `place` gives. */
  readonly at: number;
  /** What the gravest of them is called. */
  readonly name: string;
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
    return { at, name: gravest.label, tone: gravest.tone, shape: gravest.shape, members };
  });
}

export interface LabelPlace {
  readonly left: number;
  readonly width: number;
  readonly text: string;
}

/** A label shorter than this says nothing. */
const LEAST_LABEL = 48;

const labelOf = (name: string, more: number): string =>
  more === 0 ? name : `${name} ${counted(more, '+ {0} more', '+ {0} more')}`;

/**
 * Where labels go in a row so that none lies over another, those of the gravest marks first: right of their mark, left of it where that
 * is too near the end, or shortened; null where one finds no room. A label that passes over marks that find none counts them.
 */
export function labelPlaces(
  groups: readonly MarkerGroup[],
  widthOf: (label: string) => number,
  [start, end]: readonly [number, number],
  { gap, scale = 1 }: { readonly gap: number; readonly scale?: number },
): readonly (LabelPlace | null)[] {
  const taken: { readonly from: number; readonly to: number }[] = [];
  const places = groups.map((): LabelPlace | null => null);
  const lines = groups.map((group, index) => ({ ...group, index })).filter(({ shape }) => shape !== 'tick');
  /** How many marks without a label stand between. */
  const between = (from: number, to: number): number =>
    lines
      .filter(({ at, index }) => at > from && at < to && places[index] === null)
      .reduce((sum, { members }) => sum + members.length, 0);

  for (const { at, name, members, index } of lines.toSorted(
    (a, b) => WORST.indexOf(a.tone) - WORST.indexOf(b.tone) || a.at - b.at,
  )) {
    const own = members.length - 1;
    /** The label that counts what it passes over, which makes it longer. */
    const growing = (passed: (width: number) => number): Pick<LabelPlace, 'width' | 'text'> => {
      let more = own;
      for (;;) {
        const text = labelOf(name, more);
        const width = widthOf(text);
        const next = own + passed(width);
        if (next <= more) return { width, text };
        more = next;
      }
    };
    const right = at + gap;
    const room = end - right;
    const after = growing((width) => between(at, right + width + gap));
    const before = growing((width) => between(at - gap - width, at));
    const choices: LabelPlace[] =
      room >= after.width ? [{ ...after, left: right }] : [{ ...before, left: at - before.width - gap }];
    if (room < after.width && room >= LEAST_LABEL * scale)
      choices.push({ left: right, width: room, text: fitted(name, own + between(at, end), room, widthOf) });
    // From its mark to its end: the line of another mark that goes up to a label must not cross it either.
    const spanOf = ({ left, width }: LabelPlace) => ({
      from: Math.min(at, left),
      to: Math.max(at, left + width) + gap,
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

/** The name cut so that the label has room; how many more there are is not cut off. */
function fitted(name: string, more: number, room: number, widthOf: (label: string) => number): string {
  const rest = more === 0 ? '' : ` + ${formatNumber(more)}`;
  let shown = labelOf(name, more);
  for (let end = name.length - 1; end > 0 && widthOf(shown) > room; end -= 1)
    shown = `${name.slice(0, end).trimEnd()}…${rest}`;
  return shown;
}
