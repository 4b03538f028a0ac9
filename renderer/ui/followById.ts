import { useCallback, useSyncExternalStore } from 'react';

interface Source {
  subscribe(listener: () => void): () => void;
}

/** Something of each of many things, such as the problems of nodes, by id. */
export interface ById<Id extends string, T> {
  /** Undefined where there is nothing to say of it. */
  get(id: Id): T | undefined;
  /** Tells of changes of this one alone. */
  subscribe(id: Id, listener: () => void): () => void;
}

const sameThing = (a: unknown, b: unknown): boolean => Object.is(a, b);

/**
 * What `read` says of all things, followed by id: a change of `sources` costs one look at the map and calls nobody but those
 * whose entry changed, where a thousand selectors on the stores themselves would all run. `read` gives the same map while what
 * it reads is the same; entries that are `same` keep their identity.
 */
export function followById<Id extends string, T>(
  sources: readonly Source[],
  read: () => ReadonlyMap<Id, T>,
  same: (a: T, b: T) => boolean = sameThing,
): ById<Id, T> {
  const listeners = new Map<Id, Set<() => void>>();
  let given: ReadonlyMap<Id, T> | null = null;
  let known: ReadonlyMap<Id, T> = new Map();
  let told = known;

  const refresh = (): void => {
    const next = read();
    if (next === given) return;
    given = next;
    const before = known;
    known = new Map(
      Array.from(next, ([id, value]) => {
        const old = before.get(id);
        return [id, old !== undefined && same(old, value) ? old : value] as const;
      }),
    );
  };
  const tell = (): void => {
    refresh();
    const before = told;
    if (before === known) return;
    told = known;
    for (const [id, own] of listeners) {
      if (before.get(id) === known.get(id)) continue;
      for (const listener of own) listener();
    }
  };
  for (const source of sources) source.subscribe(tell);

  return {
    get(id) {
      refresh();
      return known.get(id);
    },
    subscribe(id, listener) {
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(id) === own) listeners.delete(id);
      };
    },
  };
}

/** The entry of one thing; the component renders again only when that one changes. */
export function useById<Id extends string, T>(all: ById<Id, T>, id: Id): T | undefined {
  const subscribe = useCallback((listener: () => void) => all.subscribe(id, listener), [all, id]);
  return useSyncExternalStore(subscribe, () => all.get(id));
}
