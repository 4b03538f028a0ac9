import type { Choice } from './choice.ts';

/** What a link opened for the connection's sake is opened by at least. */
const THREAD = 0.05;

/** Joins sets as they meet (disjoint sets, Tarjan 1975). */
class Parts {
  readonly #above = new Map<string, string>();

  constructor(members: readonly string[]) {
    for (const id of members) this.#above.set(id, id);
  }

  find(id: string): string {
    let top = id;
    for (let above = this.#above.get(top); above !== undefined && above !== top; above = this.#above.get(top))
      top = above;
    this.#above.set(id, top);
    return top;
  }

  /** Whether they were apart. */
  join(a: string, b: string): boolean {
    const [first, second] = [this.find(a), this.find(b)];
    if (first === second) return false;
    this.#above.set(second, first);
    return true;
  }
}

function joined(members: readonly string[], choices: ReadonlyMap<string, Choice>): Parts {
  const parts = new Parts(members);
  const there = new Set(members);
  for (const [to, { open }] of choices) {
    for (const [from, value] of Object.entries(open)) if (value > 0 && there.has(from)) parts.join(to, from);
  }
  return parts;
}

/** The parts of the network of open links, whichever way they lead; each by one of its members. */
export function partsOf(members: readonly string[], choices: ReadonlyMap<string, Choice>): Set<string> {
  const parts = joined(members, choices);
  return new Set(members.map((id) => parts.find(id)));
}

/**
 * The same choices with as few more links open as join all members into one network, as far as there are links: of those
 * between two parts the most trusted (a maximum spanning forest, Kruskal 1956).
 */
export function connect(
  members: readonly string[],
  choices: ReadonlyMap<string, Choice>,
): Map<string, Choice> {
  const parts = joined(members, choices);
  const result = new Map(choices);
  const closed = [...choices].flatMap(([to, { open, trust }]) =>
    Object.keys(open).flatMap((from) => (open[from] === 0 ? [{ to, from, trust: trust[from] ?? 0 }] : [])),
  );
  closed.sort((a, b) => b.trust - a.trust || (a.to + a.from < b.to + b.from ? -1 : 1));
  for (const { to, from, trust } of closed) {
    const choice = result.get(to);
    if (choice === undefined || !parts.join(to, from)) continue;
    result.set(to, { ...choice, open: { ...choice.open, [from]: Math.max(THREAD, trust) } });
  }
  return result;
}
