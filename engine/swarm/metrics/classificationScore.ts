/** Bins of confidence of the expected calibration error (Guo et al. 2017, arXiv 1706.04599, use 15). */
const BINS = 15;

export interface ClassScore {
  readonly examples: number;
  /** Nats a text. */
  readonly loss: number;
  readonly accuracy: number;
  readonly macroF1: number;
  /** By class; NaN for a class that is neither true nor answered anywhere. */
  readonly f1: Float64Array;
  readonly ece: number;
  /** Mean over texts of the squared distance of the probabilities to the truth's. */
  readonly brier: number;
  /** [truth * classes + answer] */
  readonly confusion: Float64Array;
}

/** The most probable class; the lowest wins a tie. -1 where no number is larger than minus infinity (NaN). */
export function argMax(values: Float32Array, start: number, count: number): number {
  let best = -1;
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < count; c++) {
    const value = values[start + c]!;
    if (value > top) {
      top = value;
      best = c;
    }
  }
  return best;
}

/** Sums up one answerer's log-probabilities, text by text. */
export class ClassTally {
  readonly #classes: number;
  readonly #confusion: Float64Array;
  readonly #binCount = new Float64Array(BINS);
  readonly #binRight = new Float64Array(BINS);
  readonly #binConfidence = new Float64Array(BINS);
  #examples = 0;
  #loss = 0;
  #brier = 0;

  constructor(classes: number) {
    this.#classes = classes;
    this.#confusion = new Float64Array(classes * classes);
  }

  /** `logProbs` from `start` on; returns the answer. Numbers that are not finite make the loss NaN. */
  add(logProbs: Float32Array, start: number, truth: number): number {
    const classes = this.#classes;
    const answer = argMax(logProbs, start, classes);
    this.#examples += 1;
    this.#loss -= logProbs[start + truth]!;
    if (answer < 0) {
      this.#loss = Number.NaN;
      return answer;
    }
    this.#confusion[truth * classes + answer]! += 1;
    let brier = 0;
    for (let c = 0; c < classes; c++) brier += (Math.exp(logProbs[start + c]!) - (c === truth ? 1 : 0)) ** 2;
    this.#brier += brier;
    const confidence = Math.min(1, Math.exp(logProbs[start + answer]!));
    const bin = Math.min(BINS - 1, Math.max(0, Math.ceil(confidence * BINS) - 1)); // bin m: ((m-1)/15, m/15]
    this.#binCount[bin]! += 1;
    this.#binConfidence[bin]! += confidence;
    if (answer === truth) this.#binRight[bin]! += 1;
    return answer;
  }

  score(): ClassScore {
    const n = this.#examples;
    let ece = 0;
    for (let bin = 0; bin < BINS; bin++)
      ece += Math.abs(this.#binRight[bin]! - this.#binConfidence[bin]!) / n;
    const f1 = f1ByClass(this.#confusion, this.#classes);
    const known = f1.filter((value) => !Number.isNaN(value));
    let right = 0;
    for (let c = 0; c < this.#classes; c++) right += this.#confusion[c * this.#classes + c]!;
    return {
      examples: n,
      loss: this.#loss / n,
      accuracy: right / n,
      macroF1: known.reduce((a, b) => a + b, 0) / known.length,
      f1,
      ece,
      brier: this.#brier / n,
      confusion: this.#confusion,
    };
  }
}

function f1ByClass(confusion: Float64Array, classes: number): Float64Array {
  return Float64Array.from({ length: classes }, (_, c) => {
    let truths = 0;
    let answers = 0;
    for (let other = 0; other < classes; other++) {
      truths += confusion[c * classes + other]!;
      answers += confusion[other * classes + c]!;
    }
    return truths + answers === 0 ? Number.NaN : (2 * confusion[c * classes + c]!) / (truths + answers);
  });
}
