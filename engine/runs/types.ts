import type { RunId } from '../core/brand.ts';
import type { RunSummary, Series } from '../protocol/api.ts';
import type { RunEvent, RunEventBody, RunState } from '../protocol/events.ts';
import type { DType, Shape, TensorData } from '../tensor/ir.ts';

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
  create(run: NewRun): RunHandle;
  /** By id, or by the path of a run's folder (also one outside this root). */
  open(idOrPath: string): RunHandle;
  list(): readonly RunSummary[];
  delete(id: RunId): void;
  close(): void;
}

export interface RunHandle {
  readonly id: RunId;
  readonly dir: string;
  summary(): RunSummary;
  document(): string;
  update(change: Partial<Pick<RunSummary, 'state' | 'round' | 'metrics' | 'error' | 'executor'>>): void;
  setState(state: RunState): void;
  /** Gives the event its number and keeps it; durable after `flush`. */
  append(round: number, time: number, body: RunEventBody): RunEvent;
  events(after: number, limit: number): readonly RunEvent[];
  lastEventId(): number;
  series(
    names: readonly string[],
    maxPoints: number,
    fromRound?: number,
    toRound?: number,
  ): readonly Series[];
  flush(): void;
  writeCheckpoint(checkpoint: Checkpoint): void;
  /** The newest whole checkpoint; null where there is none. Damaged ones are passed over. */
  readCheckpoint(): Checkpoint | null;
  /** Drops events and metrics after `round`, so that a resumed run writes them anew. */
  truncateAfter(round: number): void;
  /** Files kept with the run: tokenizer.json, labels.json, prepared.json... Atomic. */
  writeFile(name: string, data: string | Uint8Array): void;
  readFile(name: string): Uint8Array | null;
  close(): void;
}
