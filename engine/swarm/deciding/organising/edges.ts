import { z } from 'zod';
import type { EdgeSettings } from '#engine/compile/mechanisms/organise.ts';
import type { RandomStream } from '#engine/core/random.ts';
import type { Listener } from '../listener.ts';
import { logitOf, sigmoid } from '../sigmoid.ts';
import { bySource, type Choice } from './choice.ts';

export const edgeMemory = z.object({
  /** theta_e; the probability of an edge is sigma(theta_e). */
  theta: bySource,
  /** Running mean of the utility; null before the first sample. */
  baseline: z.number().nullable(),
});
export type EdgeMemory = z.output<typeof edgeMemory>;
export const firstEdges = (): EdgeMemory => ({ theta: {}, baseline: null });

/** No edge is ever certain, so that who was shut out can come back. */
const LEAST = 0.02;
/** Weight of a new utility in the running mean. */
const FOLLOW = 0.1;

/**
 * Edge probabilities by REINFORCE (Williams 1992; on graphs of agents GPTSwarm, Zhuge et al. 2024, arXiv 2402.16823,
 * equation 6): a graph is sampled with p_e = sigma(theta_e), its utility u is what the answer is worth on rows drawn
 * anew, and theta_e <- theta_e + rate (u - b)(a_e - p_e). The baseline b is the running mean of u; GPTSwarm has none
 * (b = 0), so that a graph that fails teaches nothing. Accuracy does not see one liar among several honest voices, which
 * changes no answer; the likelihood of the truth does.
 */
export function learnEdges(
  listener: Listener,
  memory: EdgeMemory,
  settings: EdgeSettings,
  random: RandomStream,
): Choice {
  const { sources } = listener;
  const theta = Float64Array.from(sources, ({ id }) => memory.theta[id] ?? 0);
  const open = new Float64Array(sources.length);
  const most = logitOf(1 - LEAST);
  for (let sample = 0; sample < settings.samples; sample++) {
    const rows = listener.draw(settings.rows, random);
    let links = 0;
    theta.forEach((value, e) => {
      open[e] = random.chance(sigmoid(value)) ? 1 : 0;
      links += open[e]!;
    });
    const worth =
      settings.utility === 'accuracy'
        ? listener.quality(open, rows)
        : Math.exp(listener.likelihood(open, rows));
    const utility = worth - settings.linkCost * links;
    const advantage = settings.baseline ? utility - (memory.baseline ?? utility) : utility;
    memory.baseline =
      memory.baseline === null ? utility : memory.baseline + FOLLOW * (utility - memory.baseline);
    theta.forEach((value, e) => {
      const moved = value + settings.rate * advantage * (open[e]! - sigmoid(value));
      theta[e] = Math.max(-most, Math.min(most, moved));
    });
  }
  sources.forEach(({ id }, e) => {
    memory.theta[id] = theta[e]!;
  });
  const trust = Object.fromEntries(sources.map(({ id }, e) => [id, sigmoid(theta[e]!)]));
  return {
    trust,
    open: Object.fromEntries(Object.entries(trust).map(([id, p]) => [id, p < settings.cut ? 0 : p])),
  };
}
