import type { SwarmPlan } from '#engine/compile/plan.ts';
import type { EncodedExamples } from '#engine/data/types.ts';
import type { CellTexts } from '#engine/protocol/api/measured.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import {
  type Answered,
  answeredOf,
  type ConfusionCell,
  pickTexts,
  readAnswered,
  storeAnswered,
} from './answered.ts';
import { confusionsOf, pickConfusion } from './confusions.ts';
import type { Evaluation } from './evaluate.ts';
import { type Confusions, readConfusions, storeConfusions } from './runFiles.ts';
import type { Confusion } from './types.ts';

/** What a run remembers of its last evaluation, for those who ask afterwards; kept beside its checkpoints. */
export class LastAnswers {
  readonly #run: RunHandle;
  #confusions: Confusions | null;
  #answered: Answered | null;

  constructor(run: RunHandle) {
    this.#run = run;
    this.#confusions = readConfusions(run);
    this.#answered = readAnswered(run);
  }

  remember(
    plan: SwarmPlan,
    labels: readonly string[],
    round: number,
    validation: EncodedExamples,
    evaluation: Evaluation,
  ): void {
    this.#confusions = confusionsOf(plan, labels, evaluation);
    this.#answered = answeredOf(plan, round, validation, evaluation);
  }

  store(): void {
    if (this.#confusions !== null) storeConfusions(this.#run, this.#confusions);
    if (this.#answered !== null) storeAnswered(this.#run, this.#answered);
  }

  /** null: of the swarm. Throws `conflict` where it has not answered. */
  confusion(fish: string | null): Confusion {
    return pickConfusion(this.#confusions, fish);
  }

  /** Throws `conflict` where the swarm or the fish has not answered. */
  texts(cell: ConfusionCell): CellTexts {
    return pickTexts(this.#answered, cell);
  }
}
