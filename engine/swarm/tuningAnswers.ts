import { type AnswerTable, answerTable } from './answerTable.ts';
import type { Body } from './body.ts';
import type { LoopState } from './loopState.ts';
import type { Voices } from './voices.ts';

/** Everyone's answers to the tuning rows with the weights of now; computed anew only where something changed. */
export class TuningAnswers {
  readonly #body: Body;
  readonly #state: LoopState;
  readonly #voices: () => Voices;
  /** The newest, and what they depend on. */
  #kept: { readonly fish: string; readonly everyone: string; readonly table: AnswerTable } | null = null;

  constructor(body: Body, state: LoopState, voices: () => Voices) {
    this.#body = body;
    this.#state = state;
    this.#voices = voices;
  }

  /** `fish`: answers of aggregators may be older. */
  async now(of: 'everyone' | 'fish'): Promise<AnswerTable> {
    const { hearing, links, faults, round } = this.#state;
    const { prepared, weights, tensors, answerer, regimes } = this.#body;
    const voices = this.#voices();
    const fish = JSON.stringify([
      weights.version,
      [...voices.alive],
      [...voices.inverted],
      links,
      faults,
      round,
    ]);
    const everyone = JSON.stringify([fish, hearing, tensors.learnt]);
    if (this.#kept === null || this.#kept[of] !== { fish, everyone }[of]) {
      const table = await answerTable(prepared.swarm, answerer, regimes.view(round).tuning, voices);
      this.#kept = { fish, everyone, table };
    }
    return this.#kept.table;
  }
}
