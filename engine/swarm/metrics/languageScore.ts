export interface TokenScore {
  /** Predicted tokens. */
  readonly tokens: number;
  /** Nats a token. */
  readonly loss: number;
  readonly perplexity: number;
  readonly accuracy: number;
}

/** Sums up one answerer's log-probabilities of the true next tokens, row by row. */
export class TokenTally {
  #tokens = 0;
  #loss = 0;
  #hits = 0;

  /** `count` positions of the row that begins at `start`. */
  add(logProbs: Float32Array, hits: Uint8Array, start: number, count: number): void {
    for (let t = 0; t < count; t++) {
      this.#loss -= logProbs[start + t]!;
      this.#hits += hits[start + t]!;
    }
    this.#tokens += count;
  }

  score(): TokenScore {
    const loss = this.#loss / this.#tokens;
    return { tokens: this.#tokens, loss, perplexity: Math.exp(loss), accuracy: this.#hits / this.#tokens };
  }
}
