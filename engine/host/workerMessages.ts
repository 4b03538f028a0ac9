import type { z } from 'zod';
import type { NodeId } from '../core/brand.ts';
import type { RunCommand } from '../protocol/commands.ts';
import type { wireErrorSchema } from '../protocol/messages.ts';
import type { ConfusionCell } from '../swarm/answered.ts';
import type { FishTensors } from '../swarm/fishTensors.ts';
import type { PredictOptions } from '../swarm/types.ts';

/** Errors cross threads as data. */
export type WireError = z.output<typeof wireErrorSchema>;

/** What the training thread is given. */
export interface RunWorkerData {
  readonly storeRoot: string;
  readonly runDir: string;
  readonly executor: 'auto' | 'onnx' | 'tfjs';
  /** Null: as measured. */
  readonly threads: number | null;
  readonly resume: boolean;
}

export type RunQuestion =
  | { readonly kind: 'command'; readonly command: RunCommand }
  | { readonly kind: 'predict'; readonly texts: readonly string[]; readonly options: PredictOptions }
  | { readonly kind: 'confusion'; readonly fish: string | null }
  | { readonly kind: 'confused'; readonly cell: ConfusionCell }
  | { readonly kind: 'weights'; readonly fish: string };

export interface ToRunWorker {
  readonly id: number;
  readonly question: RunQuestion;
}

export type FromRunWorker =
  /** Events were stored; among them one that tells of a new state. */
  | { readonly type: 'appended'; readonly newState: boolean }
  | { readonly type: 'answer'; readonly id: number; readonly result: unknown }
  | { readonly type: 'refusal'; readonly id: number; readonly error: WireError }
  | { readonly type: 'ended' }
  | { readonly type: 'failed'; readonly error: WireError };

/** Work for the thread that keeps the engine's own thread free. */
export type Task =
  | { readonly kind: 'executors' }
  | { readonly kind: 'estimate'; readonly document: string; readonly nodes: readonly NodeId[] | null }
  | {
      readonly kind: 'preview';
      readonly path: string;
      readonly delimiter: string | null;
      readonly header: boolean | null;
      readonly maxRows: number;
    }
  | {
      readonly kind: 'predict';
      readonly runDir: string;
      readonly texts: readonly string[];
      readonly options: PredictOptions;
    }
  | { readonly kind: 'confusion'; readonly runDir: string; readonly fish: string | null }
  | { readonly kind: 'confused'; readonly runDir: string; readonly cell: ConfusionCell }
  | {
      readonly kind: 'weights';
      readonly runDir: string;
      readonly fish: string;
      readonly tensor: string | null;
      readonly bins: number;
      /** As the training thread copied them; null: those of the newest checkpoint. */
      readonly live: FishTensors | null;
    };

/** `end`: nothing more comes; the thread ends after what it is at. */
export type ToTaskWorker = { readonly id: number; readonly task: Task } | 'end';
export type FromTaskWorker =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly error: WireError };
