/** One fish with its newest figures; null where one is unknown, or the fish dead. */
export interface FishRow {
  readonly id: string;
  readonly nodeId: string;
  /** Place in the swarm, to break ties. */
  readonly index: number;
  readonly name: string;
  /** In words: "live", "dead", "frozen". */
  readonly state: string;
  /** Class names of its glyph, and the tone of its pill. */
  readonly look: string;
  readonly tone: string;
  /** Accuracy, or perplexity for language modelling. */
  readonly quality: number | null;
  readonly loss: number | null;
  readonly trainLoss: number | null;
  readonly gradNorm: number | null;
  readonly examples: number;
  /** Share of all fish's examples, 0..1. */
  readonly share: number;
  readonly rate: number | null;
  /** Tokens it learns from a second. */
  readonly speed: number | null;
  /** Over the links of its node in the last round, its part of them. */
  readonly messages: number | null;
  readonly contribution: number | null;
  readonly reputation: number | null;
  readonly fitness: number | null;
}

export type Column = Exclude<keyof FishRow, 'id' | 'nodeId' | 'index' | 'look' | 'tone'>;

/** Sorted copy; names in natural order (fish 2 before fish 10), unknown values always last. */
export function sortRows(rows: readonly FishRow[], column: Column, down: boolean): FishRow[] {
  const sign = down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const left = a[column];
    const right = b[column];
    if (left === null || right === null) {
      if (left === right) return a.index - b.index;
      return left === null ? 1 : -1;
    }
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right), 'en', { numeric: true });
    return order === 0 ? a.index - b.index : sign * order;
  });
}
