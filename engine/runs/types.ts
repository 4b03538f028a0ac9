import type { RunId } from '../core/brand.ts';
import type { RunHistory, Series } from '../protocol/api/measured.ts';
import type { RunLabels, RunListing, RunPage, RunQuery, RunSummary } from '../protocol/api/runs.ts';
import type { RunEvent, RunEventBody, RunState } from '../protocol/events.ts';
import type { DType, Shape, TensorData } from '../tensor/ir.ts';
import type { SeriesRange } from './pointSeries.ts';

export interface StoredTensor {
  readonly name: string;
  readonly dtype: Exclude<DType, 'bool'>;
  readonly shape: Shape;
  readonly data: TensorData;
}

/** Everything needed to go on bit for bit: tensors, and the rest of the run's state as JSON. */
export interface Checkpoint {
  readonly round: number;
  readonly tensors: readonly StoredTensor[];
  readonly state: unknown;
}

export interface NewRun {
  readonly name: string;
  /** Canonical text of the document as run (after --data and --set). */
  readonly document: string;
  readonly seed: number;
  readonly rounds: number;
  readonly fish: number;
  readonly task: string;
  readonly executor: string;
  readonly engineVersion: string;
}

/** All runs under one folder: `index.sqlite` and a folder a run. Safe against kill -9 at any moment. */
export interface RunStore {
  readonly root: string;
  /** Claimed by this process. `dir`: a folder of the user's choice, new or empty, in place of one under `root`. */
  create(run: NewRun, dir?: string): RunHandle;
  /** By id, or by the path of a run's folder (also one outside this root). */
  open(idOrPath: string): RunHandle;
  /** Newest first. */
  list(): readonly RunListing[];
  /** A page of the list. Costs as much for 5,000 runs as for 50, but for the sorting. */
  query(query: RunQuery): RunPage;
  /** By id or path, also a run whose database is damaged; a `conflict` while somebody works on it. */
  delete(idOrPath: string): void;
  close(): void;
}

/**
 * One run. Several handles may be open on it, in several threads; writes of two threads do not mix. Whoever works on
 * the run claims it first, so that a run whose process died is seen as `interrupted`.
 */
export interface RunHandle {
  readonly id: RunId;
  readonly dir: string;
  /** `interrupted` in place of an active state nobody works on any more. */
  summary(): RunSummary;
  document(): string;
  /**
   * Marks the run as this process's until `release` or `close`; a `conflict` where another has it. What a dead process
   * left as running is `interrupted` from then on.
   */
  claim(): void;
  release(): void;
  /** Only the summary; the event that tells of it is the caller's to append. */
  update(change: Partial<Pick<RunSummary, 'state' | 'round' | 'metrics' | 'error' | 'executor'>>): void;
  setState(state: RunState): void;
  /** Tags and note; also while others work on the run. */
  label(labels: RunLabels): void;
  /**
   * Where the loop and whoever watches over its thread may both speak: sets the state and appends its event, in one step, if the
   * state is one of `from`. Returns that event; null where the state is another.
   */
  interpose(state: RunState, from: readonly RunState[], reason?: string): RunEvent | null;
  /**
   * Gives the event its number and keeps it: safe from the death of the process once the running synchronous code
   * ends, from that of the machine after `flush`. Values of metrics that are not finite are left out.
   */
  append(round: number, time: number, body: RunEventBody): RunEvent;
  /**
   * In order, those after number `after`; of these types only, where given; without metrics and audits up to number
   * `figuresAfter`, which whoever has the series knows already.
   */
  events(
    after: number,
    limit: number,
    types?: readonly RunEventBody['type'][],
    figuresAfter?: number,
  ): readonly RunEvent[];
  lastEventId(): number;
  /** How often `truncateAfter` let event numbers begin anew from an earlier one. */
  epoch(): number;
  /** The last event number that still means what it meant in `epoch`; all later ones have to be read again. */
  lastCommonEvent(epoch: number): number;
  series(names: readonly string[], maxPoints: number, range?: SeriesRange): readonly Series[];
  /** All series in about `buckets` buckets together, at least `least` each, and the event up to which they hold. */
  history(buckets: number, least: number): RunHistory;
  flush(): void;
  writeCheckpoint(checkpoint: Checkpoint): void;
  /** The newest whole checkpoint, of a round before `before` if given; null where there is none. Damaged ones are passed over. */
  readCheckpoint(before?: number): Checkpoint | null;
  /** Drops events and metrics after `round`, so that a resumed run writes them anew. */
  truncateAfter(round: number): void;
  /** Files kept with the run: tokenizer.json, labels.json... A plain name without folders. Atomic. */
  writeFile(name: string, data: string | Uint8Array): void;
  readFile(name: string): Uint8Array | null;
  close(): void;
}
