import type { NodeId } from '#engine/core/brand.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';

interface Place {
  readonly position: { readonly x: number; readonly y: number };
  readonly size?: { readonly width: number; readonly height: number };
}

interface Change {
  readonly kind: 'nodes' | 'groups' | 'comments';
  readonly id: string;
  readonly from: Place;
  readonly to: Place;
}

/** By tab and fish, what made room for these. Kept while the page lives: a file says where things are, not why. */
const made = new Map<string, readonly Change[]>();

const keyOf = (tab: string, fish: readonly NodeId[]): string => [tab, ...fish.toSorted()].join(' ');

const placeOf = ({ position, size }: Place): Place => ({
  position: { ...position },
  ...(size === undefined ? {} : { size: { ...size } }),
});

const samePlace = (a: Place, b: Place): boolean =>
  a.position.x === b.position.x &&
  a.position.y === b.position.y &&
  a.size?.width === b.size?.width &&
  a.size?.height === b.size?.height;

/** Remembers what moved or grew when these fish were unfolded. */
export function keepRoom(
  tab: string,
  fish: readonly NodeId[],
  before: SwarmDocument,
  after: SwarmDocument,
): void {
  const changes = (['nodes', 'groups', 'comments'] as const).flatMap((kind) => {
    const now: Readonly<Record<string, Place>> = after[kind];
    return Object.entries<Place>(before[kind]).flatMap(([id, from]): Change[] => {
      const to = now[id];
      return to === undefined || samePlace(from, to)
        ? []
        : [{ kind, id, from: placeOf(from), to: placeOf(to) }];
    });
  });
  made.set(keyOf(tab, fish), changes);
}

/** Gives back, in a draft, the room that was made for these fish, where it still is as it was made. */
export function giveRoomBack(tab: string, fish: readonly NodeId[], draft: SwarmDocument): void {
  for (const { kind, id, from, to } of made.get(keyOf(tab, fish)) ?? []) {
    const things: Record<string, { position: Place['position']; size?: Place['size'] }> = draft[kind];
    const thing = things[id];
    if (thing === undefined || !samePlace(thing as Place, to)) continue; // a place without `undefined` for its size
    thing.position = { ...from.position };
    if (from.size !== undefined) thing.size = { ...from.size };
  }
}
