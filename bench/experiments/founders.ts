import type { RunEvent } from '#engine/protocol/events.ts';

/**
 * The fish of the first generation from which a population descends: by fish of the end, whose weights of the beginning
 * are in it. Read backwards from the lineage events, as the tree is drawn.
 */
export function foundersOf(events: readonly RunEvent[]): ReadonlyMap<string, ReadonlySet<string>> {
  let founders = new Map<string, ReadonlySet<string>>();
  for (const event of events) {
    if (event.type !== 'lineage') continue;
    const before = founders;
    founders = new Map(
      event.fish.map(({ fish, parents }) => [
        fish,
        new Set(parents.flatMap((parent) => [...(before.get(parent) ?? [parent])])),
      ]),
    );
  }
  return founders;
}
