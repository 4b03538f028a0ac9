/**
 * Class scores of log-probabilities [rows, C]: each less the mean of its row. They are the logits up to what the softmax does not
 * see, so that the scores of different fish can be averaged.
 */
export function classScores(logProbs: Float32Array, classes: number): Float32Array {
  const scores = new Float32Array(logProbs.length);
  for (let start = 0; start < scores.length; start += classes) {
    let mean = 0;
    for (let c = 0; c < classes; c++) mean += logProbs[start + c]! / classes;
    for (let c = 0; c < classes; c++) scores[start + c] = logProbs[start + c]! - mean;
  }
  return scores;
}

/** Scores of probabilities [rows, C], which compression may have moved a little. */
export function scoresOf(probabilities: Float32Array, classes: number): Float32Array {
  const least = 1e-6; // a class nobody thinks of is improbable, not impossible
  return classScores(
    probabilities.map((p) => Math.log(Math.max(p, least))),
    classes,
  );
}

/** softmax(scores / temperature), row by row: [rows, C]. */
export function softened(scores: Float32Array, classes: number, temperature: number): Float32Array {
  const said = new Float32Array(scores.length);
  for (let start = 0; start < scores.length; start += classes) {
    let top = -Infinity;
    for (let c = 0; c < classes; c++) top = Math.max(top, scores[start + c]! / temperature);
    let sum = 0;
    for (let c = 0; c < classes; c++) {
      said[start + c] = Math.exp(scores[start + c]! / temperature - top);
      sum += said[start + c]!;
    }
    for (let c = 0; c < classes; c++) said[start + c]! /= sum;
  }
  return said;
}

/** How far an answer is from the consensus: mean over rows of KL(consensus || own) in nats, and the share of rows with the same class. */
export function agreement(
  consensus: Float32Array,
  own: Float32Array,
  classes: number,
): { readonly gap: number; readonly same: number } {
  const [p, q] = [softened(consensus, classes, 1), softened(own, classes, 1)];
  const rows = p.length / classes;
  let gap = 0;
  let same = 0;
  for (let start = 0; start < p.length; start += classes) {
    let [bestP, bestQ] = [0, 0];
    for (let c = 0; c < classes; c++) {
      const [a, b] = [p[start + c]!, q[start + c]!];
      if (a > 0) gap += (a * (Math.log(a) - Math.log(Math.max(b, Number.MIN_VALUE)))) / rows;
      if (a > p[start + bestP]!) bestP = c;
      if (b > q[start + bestQ]!) bestQ = c;
    }
    if (bestP === bestQ) same += 1 / rows;
  }
  return { gap, same };
}
