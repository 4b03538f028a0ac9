import { ShuuraiError } from '../core/errors.ts';
import { type RandomStream, randomStream } from '../core/random.ts';
import { t } from '../core/text.ts';
import type { EncodedExamples, PartitionSettings } from './types.ts';

export interface Partition {
  /** Rows of each share, ascending; indices into the examples. */
  readonly indices: readonly Int32Array[];
  /** [share][label] examples. */
  readonly counts: readonly (readonly number[])[];
  /** Partition by column: the values each share holds; else null. */
  readonly values: readonly (readonly string[])[] | null;
}

/** Rows every share gets at least under label skew, where there are enough. */
const FEW = 10;

function invalid(message: string): ShuuraiError {
  return new ShuuraiError('invalid-document', message);
}

/** Deals shuffled rows so that each goes to `replicas` of the holders and the holders' sizes differ by little. */
function deal(
  rows: Int32Array,
  holders: readonly number[],
  replicas: number,
  shares: readonly number[][],
  random: RandomStream,
): void {
  const copies = Math.min(replicas, holders.length);
  let order: number[] = [];
  random.shuffle(rows).forEach((row, i) => {
    const place = i % holders.length;
    if (place === 0) order = random.shuffle([...holders]);
    for (let copy = 0; copy < copies; copy++) shares[order[(place + copy) % holders.length]!]!.push(row);
  });
}

function rowsByLabel(examples: EncodedExamples, start: number, end: number): Map<number, number[]> {
  const byLabel = new Map<number, number[]>();
  for (let row = start; row < end; row++) {
    const label = examples.labels[row]!;
    const rows = byLabel.get(label);
    if (rows === undefined) byLabel.set(label, [row]);
    else rows.push(row);
  }
  return new Map([...byLabel].sort(([a], [b]) => a - b));
}

/** Label skew (Hsu et al. 2019, arXiv 1909.06335): each label's rows spread over the shares by Dirichlet(alpha). */
function dirichlet(
  byLabel: ReadonlyMap<number, readonly number[]>,
  shares: readonly number[][],
  alpha: number,
  replicas: number,
  seed: number,
): void {
  const copies = Math.min(replicas, shares.length);
  for (const [label, rows] of byLabel) {
    const random = randomStream(seed, 'partition', 'dirichlet', label);
    // Logarithms: for a small alpha most shares are too small for a number of their own.
    const logs = Array.from(shares, () => random.logGamma(alpha));
    for (const row of rows) {
      // The `copies` largest of log p + Gumbel noise are a draw without replacement (Gumbel top-k trick).
      const keys = logs.map((log, share) => ({
        share,
        key: log - Math.log(-Math.log(1 - random.uniform())),
      }));
      keys.sort((a, b) => b.key - a.key);
      for (const { share } of keys.slice(0, copies)) shares[share]!.push(row);
    }
  }
  const total = shares.reduce((sum, share) => sum + share.length, 0);
  const least = Math.max(1, Math.min(FEW, Math.floor(total / shares.length / 2)));
  const random = randomStream(seed, 'partition', 'few');
  for (const poor of shares) {
    while (poor.length < least) {
      const rich = shares.reduce((a, b) => (b.length > a.length ? b : a));
      const held = new Set(poor);
      const movable = rich.map((row, at) => ({ row, at })).filter(({ row }) => !held.has(row));
      if (movable.length === 0) break;
      const { row, at } = random.choice(movable);
      rich.splice(at, 1);
      poor.push(row);
    }
  }
}

/**
 * By label. With at least as many labels as shares, label c goes whole to shares c, c + 1, ... (`replicas` of
 * them, around the circle). With fewer, share s holds labels s, s + 1, ... and each label's rows are dealt to its
 * holders, `replicas` copies of each.
 */
function byLabels(
  byLabel: ReadonlyMap<number, readonly number[]>,
  shares: readonly number[][],
  replicas: number,
  seed: number,
): void {
  const labels = [...byLabel.keys()];
  labels.forEach((label, c) => {
    const holders =
      labels.length >= shares.length
        ? Array.from({ length: Math.min(replicas, shares.length) }, (_, j) => (c + j) % shares.length)
        : shares.flatMap((_, s) =>
            (c - (s % labels.length) + labels.length) % labels.length < replicas ? [s] : [],
          );
    const random = randomStream(seed, 'partition', 'label', label);
    deal(Int32Array.from(byLabel.get(label)!), holders, replicas, shares, random);
  });
}

/** A value's rows stay together where there are enough values: largest first, each to the smallest share so far. */
function byColumn(
  column: readonly string[],
  start: number,
  end: number,
  shares: readonly number[][],
  seed: number,
): string[][] {
  const groups = new Map<string, number[]>();
  for (let row = start; row < end; row++) {
    const value = column[row]!;
    const rows = groups.get(value);
    if (rows === undefined) groups.set(value, [row]);
    else rows.push(row);
  }
  const sorted = [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const values: string[][] = shares.map(() => []);
  if (sorted.length >= shares.length) {
    for (const [value, rows] of sorted) {
      const smallest = shares.reduce((best, share, s) => (share.length < shares[best]!.length ? s : best), 0);
      for (const row of rows) shares[smallest]!.push(row);
      values[smallest]!.push(value);
    }
    return values;
  }
  sorted.forEach(([value, rows], v) => {
    const holders = shares.flatMap((_, s) => (s % sorted.length === v ? [s] : []));
    for (const s of holders) values[s]!.push(value);
    deal(Int32Array.from(rows), holders, 1, shares, randomStream(seed, 'partition', 'column', value));
  });
  return values;
}

/**
 * Spreads the rows [start, end) of `examples` over `shares` fish. Every row is in at least one share, every share
 * has at least one row. Deterministic. Throws `invalid-document` where that is impossible.
 */
export function partition(
  settings: PartitionSettings,
  examples: EncodedExamples,
  range: readonly [number, number],
  shares: number,
  seed: number,
): Partition {
  const [start, end] = range;
  if (!Number.isInteger(shares) || shares < 1)
    throw invalid(t`Examples cannot be spread over ${shares} fish.`);
  if (end - start < (settings.mode === 'shared' ? 1 : shares)) {
    throw invalid(
      t`${end - start} training examples cannot be spread over ${shares} fish: each needs one at least.`,
    );
  }
  const replicas = 'replicas' in settings ? settings.replicas : 1;
  if (!Number.isInteger(replicas) || replicas < 1) {
    throw invalid(t`Each example must go to a whole number of fish, 1 at least, not ${replicas}.`);
  }
  const all = Int32Array.from({ length: end - start }, (_, i) => start + i);
  const parts: number[][] = Array.from({ length: shares }, () => []);
  let values: string[][] | null = null;
  switch (settings.mode) {
    case 'shared':
      for (const part of parts) for (const row of all) part.push(row);
      break;
    case 'iid':
      deal(all, [...parts.keys()], replicas, parts, randomStream(seed, 'partition', 'iid'));
      break;
    case 'dirichlet':
      if (!(settings.alpha > 0))
        throw invalid(t`The Dirichlet alpha must be above 0, not ${settings.alpha}.`);
      dirichlet(rowsByLabel(examples, start, end), parts, settings.alpha, replicas, seed);
      break;
    case 'label':
      byLabels(rowsByLabel(examples, start, end), parts, replicas, seed);
      break;
    case 'column': {
      const column = examples.column(settings.column);
      if (column === null) {
        throw invalid(
          t`The examples have no column "${settings.column}" to divide them by. Choose another column.`,
        );
      }
      values = byColumn(column, start, end, parts, seed);
      break;
    }
  }
  const empty = parts.findIndex((part) => part.length === 0);
  if (empty !== -1) {
    throw invalid(
      t`Fish ${empty + 1} of ${shares} would get no example. Use fewer fish or another way to divide.`,
    );
  }
  const indices = parts.map((part) => Int32Array.from(part).sort());
  let classes = 1;
  for (let row = start; row < end; row++) classes = Math.max(classes, examples.labels[row]! + 1);
  const counts = indices.map((rows) => {
    const count = new Array<number>(classes).fill(0);
    for (const row of rows) count[examples.labels[row]!]! += 1;
    return count;
  });
  return { indices, counts, values };
}
