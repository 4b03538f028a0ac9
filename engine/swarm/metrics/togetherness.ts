/** How the live fish answer beside each other. */
export interface Togetherness {
  /** Share of pairs that answer differently; NaN with fewer than two fish. */
  readonly diversity: number;
  /** Mean |p_i - pbar|^2 (Krogh & Vedelsby 1995, in its Brier form). */
  readonly ambiguity: number;
  /** Share of fish that agree with the swarm; NaN where the swarm never answered. */
  readonly consensus: number;
}

/** Sums up, text by text, what the answers of several fish have to do with each other. */
export class TogethernessTally {
  readonly #classes: number;
  readonly #mean: Float64Array;
  readonly #votes: Float64Array;
  #texts = 0;
  #different = 0;
  #spread = 0;
  #agreeing = 0;
  #answered = 0;

  constructor(classes: number) {
    this.#classes = classes;
    this.#mean = new Float64Array(classes);
    this.#votes = new Float64Array(classes);
  }

  /**
   * @param logProbs of each live fish, its text's from `start` on.
   * @param answers class of each of them.
   * @param swarm the swarm's class; null where it did not answer.
   */
  add(
    logProbs: readonly Float32Array[],
    start: number,
    answers: ArrayLike<number>,
    swarm: number | null,
  ): void {
    const fish = logProbs.length;
    if (fish === 0) return;
    const mean = this.#mean.fill(0);
    const votes = this.#votes.fill(0);
    let squares = 0;
    logProbs.forEach((own, i) => {
      for (let c = 0; c < this.#classes; c++) {
        const p = Math.exp(own[start + c]!);
        mean[c]! += p / fish;
        squares += (p * p) / fish;
      }
      const answer = answers[i]!;
      if (answer >= 0) votes[answer]! += 1;
      if (swarm !== null && answer === swarm) this.#agreeing += 1 / fish;
    });
    // mean_i |p_i - pbar|^2 = mean_i |p_i|^2 - |pbar|^2
    this.#spread += squares - mean.reduce((sum, p) => sum + p * p, 0);
    const same = votes.reduce((sum, count) => sum + count * (count - 1), 0);
    this.#different += fish < 2 ? Number.NaN : 1 - same / (fish * (fish - 1));
    this.#texts += 1;
    if (swarm !== null) this.#answered += 1;
  }

  result(): Togetherness {
    return {
      diversity: this.#different / this.#texts,
      ambiguity: Math.max(0, this.#spread / this.#texts),
      consensus: this.#agreeing / this.#answered,
    };
  }
}
