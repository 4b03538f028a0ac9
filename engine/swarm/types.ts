import type { z } from 'zod';
import type { Executor } from '#engine/executors/executor.ts';
import type { Prediction } from '#engine/protocol/api/answers.ts';
import type { CellTexts } from '#engine/protocol/api/measured.ts';
import type { RunCommand } from '#engine/protocol/commands.ts';
import type { confusionSchema, RunEvent } from '#engine/protocol/events.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import type { ConfusionCell } from './answered.ts';
import type { FishTensors } from './fishTensors.ts';

export type Confusion = z.output<typeof confusionSchema>;

export interface RunOptions {
  /** Document and seed are the ones this run was created with. */
  readonly run: RunHandle;
  /** Belongs to the caller, who disposes of it when the run has ended. */
  readonly executor: Executor;
  /** Go on from the newest checkpoint; a run without one starts at the beginning. */
  readonly resume: boolean;
  /** Called with every event after it was stored, in order. Must not throw. */
  readonly publish: (event: RunEvent) => void;
  /** Relative paths of the document start here; by default the working directory. Kept for a resume. */
  readonly baseFolder?: string | undefined;
}

export type EndReason = 'rounds' | 'target' | 'patience' | 'stopped';

export interface RunEnd {
  readonly reason: EndReason;
  /** Whole rounds done. */
  readonly round: number;
  /** Last value of every swarm series, by series name. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** A run in this process. The loop yields to the event loop after every step, so calls arrive while it computes. */
export interface SwarmRun {
  /**
   * Prepares the data, compiles, and goes through the rounds; settles when the run has ended. May be called once.
   * Rejects with a ShuuraiError (`data-unreadable`, `invalid-document`, `diverged`, `conflict`, `disk-full`, ...)
   * after the run was marked as failed.
   */
  run(): Promise<RunEnd>;
  /** Taken between two steps. Throws ShuuraiError `invalid-arguments` for a fish this swarm does not have. */
  command(command: RunCommand): void;
  /** Answers of the newest weights, computed between two steps (also while paused). */
  predict(texts: readonly string[], options?: PredictOptions): Promise<readonly Prediction[]>;
  /** Of the newest evaluation on validation; `fish` null: the swarm. ShuuraiError `conflict` before the first. */
  confusion(fish: string | null): Confusion;
  /** Validation texts of one cell of that table. */
  confused(cell: ConfusionCell): CellTexts;
  /** A copy of the newest weights of a fish, made between two steps. */
  weights(fish: string): Promise<FishTensors>;
}

export interface PredictOptions {
  /** Language modelling: tokens to write. Default 40. */
  readonly tokens?: number;
  /** Language modelling: 0 takes the most probable token; above 0 draws from softmax(log p / temperature). Default 0. */
  readonly temperature?: number;
  /** Seed of those draws. Default 1. */
  readonly seed?: number;
  /** Answer as this fish alone would; null: the swarm. */
  readonly fish?: string | null;
}

/** A trained swarm kept loaded for repeated questions. */
export interface Predictor {
  readonly labels: readonly string[];
  readonly task: 'classification' | 'language-modelling';
  /** Rounds the loaded checkpoint has behind it. */
  readonly round: number;
  predict(texts: readonly string[], options?: PredictOptions): Promise<readonly Prediction[]>;
  dispose(): Promise<void>;
}

interface ClassificationScore {
  readonly accuracy: number;
  readonly macroF1: number;
  /** By label. */
  readonly f1: Readonly<Record<string, number>>;
  readonly loss: number;
}

interface LanguageScore {
  readonly loss: number;
  readonly perplexity: number;
}

/**
 * The one object `shuurai eval --json` prints. Of a dead fish: what its weights would say. Best and mean are over live
 * fish; null where none lives.
 */
export type RunEvaluation =
  | {
      readonly type: 'eval';
      readonly examples: number;
      readonly swarm: ClassificationScore;
      readonly fish: readonly {
        readonly id: string;
        readonly accuracy: number;
        readonly alive: boolean;
      }[];
      readonly bestFish: { readonly id: string; readonly accuracy: number } | null;
      readonly meanFish: { readonly accuracy: number } | null;
      readonly shapley?: ShapleyValues;
    }
  | {
      readonly type: 'eval';
      readonly examples: number;
      readonly swarm: LanguageScore;
      readonly fish: readonly ({ readonly id: string; readonly alive: boolean } & LanguageScore)[];
      readonly bestFish: ({ readonly id: string } & LanguageScore) | null;
      readonly meanFish: LanguageScore | null;
      readonly shapley?: ShapleyValues;
    };

/** What each live fish adds to the quality of the swarm's answer (accuracy, or 1 / perplexity), by random orders. */
export interface ShapleyValues {
  readonly orders: number;
  readonly fish: readonly { readonly id: string; readonly value: number }[];
}

/** What this machine computes with this executor, measured. */
export interface MachineSpeed {
  /** Rate of a large matrix product, 10^9 floating point operations a second. */
  readonly gflops: number;
}
