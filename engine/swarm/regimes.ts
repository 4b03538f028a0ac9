import type { SwarmPlan } from '#engine/compile/plan.ts';
import type { NodeId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import type { EncodedExamples, PreparedData } from '#engine/data/types.ts';
import { t } from '../core/text.ts';

interface Source {
  readonly nodeId: NodeId;
  readonly regimes: readonly { readonly from: number; readonly classes: ReadonlySet<number> }[];
}

/** Drift: which rows of each dataset exist in which round, to learn from and to measure on. */
export class Regimes {
  readonly #sources: readonly Source[];
  readonly #data: PreparedData;
  readonly #views = new Map<string, PreparedData>();

  /** Throws `invalid-document` for a regime without rows. */
  constructor(plan: SwarmPlan, data: PreparedData) {
    this.#data = data;
    this.#sources = plan.datasets.flatMap(({ nodeId, regimes = [] }) =>
      regimes.length === 0
        ? []
        : [
            {
              nodeId,
              regimes: regimes.map(({ from, labels }) => ({
                from,
                classes: new Set(labels.map((label) => classOf(data, nodeId, label))),
              })),
            },
          ],
    );
  }

  /** Equal for rounds of the same regimes; empty where nothing drifts. */
  key(round: number): string {
    return this.#sources.map((source) => regimeAt(source, round)?.from ?? 0).join();
  }

  /** The datasets whose regime begins in this round. */
  beginning(round: number): readonly NodeId[] {
    return this.#sources
      .filter(({ regimes }) => regimes.some(({ from }) => from === round))
      .map(({ nodeId }) => nodeId);
  }

  /** Names of the classes the dataset draws from in this round. */
  classes(dataset: NodeId, round: number): string[] {
    const source = this.#sources.find(({ nodeId }) => nodeId === dataset);
    const classes = source === undefined ? undefined : regimeAt(source, round)?.classes;
    return this.#data.labels.filter((_, number) => classes === undefined || classes.has(number));
  }

  /** Those of the rows (ascending) that exist in this round. */
  rows(examples: EncodedExamples, rows: Int32Array, round: number): Int32Array {
    const now = this.#sources.flatMap((source) => {
      const regime = regimeAt(source, round);
      const range = examples.ranges.get(source.nodeId);
      return regime === undefined || range === undefined ? [] : [{ range, classes: regime.classes }];
    });
    if (now.length === 0) return rows;
    return rows.filter((row) =>
      now.every(
        ({ range: [start, end], classes }) => row < start || row >= end || classes.has(examples.labels[row]!),
      ),
    );
  }

  /** The data with the validation and tuning rows of this round; training rows are those of all rounds. */
  view(round: number): PreparedData {
    const key = this.key(round);
    if (this.#sources.length === 0) return this.#data;
    let view = this.#views.get(key);
    if (view === undefined) {
      const { validation, tuning } = this.#data;
      const cut = (examples: EncodedExamples): EncodedExamples =>
        only(
          examples,
          this.rows(
            examples,
            Int32Array.from({ length: examples.size }, (_, i) => i),
            round,
          ),
        );
      view = { ...this.#data, validation: cut(validation), tuning: cut(tuning) };
      this.#views.set(key, view);
    }
    return view;
  }
}

const regimeAt = ({ regimes }: Source, round: number) => regimes.findLast(({ from }) => from <= round);

function classOf({ labels, validation }: PreparedData, nodeId: NodeId, label: string): number {
  const number = labels.indexOf(label);
  const [start, end] = validation.ranges.get(nodeId) ?? [0, 0];
  if (number >= 0 && validation.labels.subarray(start, end).includes(number)) return number;
  throw new ShuuraiError(
    'invalid-document',
    t`A regime of the dataset "${nodeId}" names the class "${label}", but the dataset has no such rows. Its classes: ${labels.join(', ')}.`,
    { details: { nodeId, label } },
  );
}

/** The given rows as examples of their own. */
function only(examples: EncodedExamples, rows: Int32Array): EncodedExamples {
  const { context } = examples;
  const tokens = new Int32Array(rows.length * context);
  rows.forEach((row, i) => {
    tokens.set(examples.tokens.subarray(row * context, (row + 1) * context), i * context);
  });
  return {
    size: rows.length,
    context,
    tokens,
    lengths: Int32Array.from(rows, (row) => examples.lengths[row]!),
    labels: Int32Array.from(rows, (row) => examples.labels[row]!),
    text: (i) => examples.text(rows[i]!),
    column: (name) => {
      const all = examples.column(name);
      return all === null ? null : Array.from(rows, (row) => all[row]!);
    },
    ranges: new Map(
      [...examples.ranges].map(([id, [start, end]]) => [id, within(rows, start, end)] as const),
    ),
  };
}

/** [start, end) of the ascending rows that lie in [first, last). */
function within(rows: Int32Array, first: number, last: number): readonly [number, number] {
  const start = rows.findIndex((row) => row >= first);
  const end = rows.findIndex((row) => row >= last);
  const stop = end < 0 ? rows.length : end;
  return [start < 0 ? rows.length : start, stop];
}
