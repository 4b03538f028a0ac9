import type { LineageEntry } from '#engine/protocol/events.ts';
import type { LineageEvent } from '../live/liveRun.ts';

export interface LineageDot {
  readonly generation: number;
  /** Place of the fish in its population: the row. */
  readonly place: number;
  readonly entry: LineageEntry;
  /** Fitness within all that were measured, 0 to 1; null where it was not. */
  readonly fitness: number | null;
}

export interface LineageLine {
  readonly generation: number;
  readonly from: number;
  readonly to: number;
  /** From itself: it was kept. */
  readonly own: boolean;
}

export interface LineageTree {
  readonly fish: readonly string[];
  readonly generations: number;
  readonly dots: readonly LineageDot[];
  readonly lines: readonly LineageLine[];
}

/** Generations as columns, fish as rows, a line from each parent to the fish its weights went to. */
export function lineageTree(events: readonly Pick<LineageEvent, 'fish'>[]): LineageTree {
  const fish = [...new Set(events.flatMap((event) => event.fish.map((entry) => entry.fish)))];
  const place = new Map(fish.map((id, row) => [id, row]));
  const all = events.flatMap((event) => event.fish.flatMap(({ fitness }) => fitness ?? []));
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const relative = (fitness: number | null): number | null =>
    fitness === null ? null : most === least ? 1 : (fitness - least) / (most - least);
  const dots: LineageDot[] = [];
  const lines: LineageLine[] = [];
  events.forEach((event, generation) => {
    for (const entry of event.fish) {
      const to = place.get(entry.fish) ?? 0;
      dots.push({ generation, place: to, entry, fitness: relative(entry.fitness) });
      for (const parent of entry.parents) {
        const from = place.get(parent);
        if (from !== undefined) lines.push({ generation, from, to, own: parent === entry.fish });
      }
    }
  });
  return { fish, generations: events.length, dots, lines };
}

/** Lines along which the weights of one fish of one generation came to it, as `generation from to`. */
export function ancestry(
  { lines }: Pick<LineageTree, 'lines'>,
  of: { readonly generation: number; readonly place: number },
): ReadonlySet<string> {
  const found = new Set<string>();
  let places = new Set([of.place]);
  for (let generation = of.generation; generation >= 0 && places.size > 0; generation -= 1) {
    const before = new Set<number>();
    for (const line of lines) {
      if (line.generation !== generation || !places.has(line.to)) continue;
      found.add(`${generation} ${line.from} ${line.to}`);
      before.add(line.from);
    }
    places = before;
  }
  return found;
}
