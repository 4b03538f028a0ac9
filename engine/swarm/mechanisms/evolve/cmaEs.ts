import { z } from 'zod';
import type { RandomStream } from '#engine/core/random.ts';
import { symmetricEigen } from './symmetricEigen.ts';

const numbers = z.array(z.number());
export const cmaStateSchema = z.object({
  mean: numbers,
  sigma: z.number(),
  /** [n * n] */
  covariance: numbers,
  pathC: numbers,
  pathSigma: numbers,
  generation: z.number(),
});
export type CmaState = z.output<typeof cmaStateSchema>;

/** The usual number of candidates a generation in `n` dimensions (Hansen 2016, table 1). */
export const usualCandidates = (n: number): number => 4 + Math.floor(3 * Math.log(n));

interface Strategy {
  readonly weights: Float64Array;
  readonly muEff: number;
  readonly cSigma: number;
  readonly dSigma: number;
  readonly cC: number;
  readonly c1: number;
  readonly cMu: number;
  /** Expected length of a standard normal vector. */
  readonly chi: number;
}

/** Table 1 of the tutorial; recombination weights of the worse half are 0, which the table allows. */
function strategyOf(n: number, candidates: number): Strategy {
  const mu = Math.floor(candidates / 2);
  const raw = Float64Array.from({ length: mu }, (_, i) => Math.log((candidates + 1) / 2) - Math.log(i + 1));
  const sum = raw.reduce((a, b) => a + b, 0);
  const weights = raw.map((weight) => weight / sum);
  const muEff = 1 / weights.reduce((a, b) => a + b * b, 0);
  const cSigma = (muEff + 2) / (n + muEff + 5);
  const c1 = 2 / ((n + 1.3) ** 2 + muEff);
  return {
    weights,
    muEff,
    cSigma,
    dSigma: 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma,
    cC: (4 + muEff / n) / (n + 4 + (2 * muEff) / n),
    c1,
    cMu: Math.min(1 - c1, (2 * (1 / 4 + muEff + 1 / muEff - 2)) / ((n + 2) ** 2 + muEff)),
    chi: Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n)),
  };
}

/**
 * CMA-ES: search of a minimum by sampling from a normal distribution whose mean, step and covariance follow the better
 * half of the samples (Hansen 2016, "The CMA evolution strategy: a tutorial", arXiv 1604.00772, figure 6).
 */
export class CmaEs {
  /** Candidates a generation, 2 at least. */
  readonly candidates: number;
  #state: CmaState;
  readonly #strategy: Strategy;
  readonly #n: number;

  private constructor(state: CmaState, candidates: number) {
    this.#state = state;
    this.#n = state.mean.length;
    this.candidates = candidates;
    this.#strategy = strategyOf(this.#n, candidates);
  }

  /** @param sigma First standard deviation in every direction. */
  static start(mean: readonly number[], sigma: number, candidates = usualCandidates(mean.length)): CmaEs {
    const n = mean.length;
    const covariance = Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
    const zeros = (): number[] => new Array<number>(n).fill(0);
    const state = { mean: [...mean], sigma, covariance, pathC: zeros(), pathSigma: zeros(), generation: 0 };
    return new CmaEs(state, candidates);
  }

  static restore(state: CmaState, candidates: number): CmaEs {
    return new CmaEs(structuredClone(state), candidates);
  }

  capture(): CmaState {
    return structuredClone(this.#state);
  }

  get mean(): readonly number[] {
    return this.#state.mean;
  }

  get sigma(): number {
    return this.#state.sigma;
  }

  /** Points to try: mean + sigma B D z (equations 38-40). */
  ask(random: RandomStream): Float64Array[] {
    const n = this.#n;
    const { mean, sigma, covariance } = this.#state;
    const { values, vectors } = symmetricEigen(Float64Array.from(covariance), n);
    return Array.from({ length: this.candidates }, () => {
      const scaled = Float64Array.from(values, (value) => Math.sqrt(Math.max(0, value)) * random.normal());
      const point = Float64Array.from(mean);
      for (let i = 0; i < n; i++) {
        for (let k = 0; k < n; k++) point[i]! += sigma * vectors[i * n + k]! * scaled[k]!;
      }
      return point;
    });
  }

  /** What they cost, by candidate; less is better, NaN is worst. Equations 41-47. */
  tell(points: readonly Float64Array[], costs: readonly number[]): void {
    const n = this.#n;
    const { weights, muEff, cSigma, dSigma, cC, c1, cMu, chi } = this.#strategy;
    const { mean, sigma, covariance, pathC, pathSigma } = this.#state;
    const cost = (i: number): number => (Number.isNaN(costs[i]!) ? Infinity : costs[i]!);
    const order = points.map((_, i) => i).sort((a, b) => (cost(a) === cost(b) ? a - b : cost(a) - cost(b)));
    const best = Array.from(weights, (_, rank) =>
      Float64Array.from(points[order[rank]!]!, (value, i) => (value - mean[i]!) / sigma),
    );
    const step = new Float64Array(n);
    best.forEach((y, rank) => {
      for (let i = 0; i < n; i++) step[i]! += weights[rank]! * y[i]!;
    });
    const whitened = inverseRoot(Float64Array.from(covariance), n, step);
    const generation = this.#state.generation + 1;
    const keepSigma = Math.sqrt(cSigma * (2 - cSigma) * muEff);
    const nextSigma = pathSigma.map((p, i) => (1 - cSigma) * p + keepSigma * whitened[i]!);
    const length = Math.hypot(...nextSigma);
    const usual = Math.sqrt(1 - (1 - cSigma) ** (2 * generation));
    const h = length / usual < (1.4 + 2 / (n + 1)) * chi ? 1 : 0;
    const keepC = h * Math.sqrt(cC * (2 - cC) * muEff);
    const nextC = pathC.map((p, i) => (1 - cC) * p + keepC * step[i]!);
    const stalled = (1 - h) * cC * (2 - cC);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let rankMu = 0;
        best.forEach((y, rank) => {
          rankMu += weights[rank]! * y[i]! * y[j]!;
        });
        const old = covariance[i * n + j]!;
        covariance[i * n + j] =
          (1 + c1 * stalled - c1 - cMu) * old + c1 * nextC[i]! * nextC[j]! + cMu * rankMu;
      }
    }
    this.#state = {
      mean: mean.map((value, i) => value + sigma * step[i]!),
      sigma: sigma * Math.exp((cSigma / dSigma) * (length / chi - 1)),
      covariance,
      pathC: nextC,
      pathSigma: nextSigma,
      generation,
    };
  }
}

/** C^(-1/2) y = B D^-1 B^T y. */
function inverseRoot(covariance: Float64Array, n: number, y: Float64Array): Float64Array {
  const { values, vectors } = symmetricEigen(covariance, n);
  const least = values.reduce((max, value) => Math.max(max, value), 0) * 1e-14;
  const result = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    let along = 0;
    for (let i = 0; i < n; i++) along += vectors[i * n + k]! * y[i]!;
    along /= Math.sqrt(Math.max(values[k]!, least));
    for (let i = 0; i < n; i++) result[i]! += vectors[i * n + k]! * along;
  }
  return result;
}
