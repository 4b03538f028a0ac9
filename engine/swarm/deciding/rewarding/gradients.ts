import type { Listener } from '../listener.ts';
import { logitOf, sigmoid } from '../sigmoid.ts';
import type { Decision, Policy, PolicyMemory, PolicySettings } from './policy.ts';

/** No source is ever certain to be heard or not, so that every one goes on being tried. */
const LEAST = 0.05;
/** Weight of a new value in the running mean. */
const FOLLOW = 0.1;

const chanceOf = (memory: PolicyMemory, id: string): number => sigmoid(memory.theta[id] ?? 0);

/** Who is less likely than this is not heard, though it goes on being tried. */
const CUT = 0.1;

const chances = ({ sources }: Listener, memory: PolicyMemory): number[] =>
  sources.map(({ id }) => chanceOf(memory, id));

const byChance: Pick<Policy, 'open' | 'reputation'> = {
  open(listener, memory) {
    const all = chances(listener, memory);
    const least = Math.min(CUT, Math.max(...all));
    return all.map((chance) => (chance < least ? 0 : chance));
  },
  reputation: chances,
};

/** Each source heard or not, independently, by its probability. */
function sample({ listener, random }: Decision, memory: PolicyMemory): number[] {
  return listener.sources.map(({ id }): number => (random.chance(chanceOf(memory, id)) ? 1 : 0));
}

/** G(a): quality of the answer, less what its messages cost. */
function worth(
  { listener, rows }: Decision,
  heard: readonly number[],
  { voiceCost }: PolicySettings,
): number {
  return listener.quality(heard, rows) - voiceCost * heard.reduce((a, b) => a + b, 0);
}

/** theta_k <- theta_k + rate A_k (a_k - p_k): the gradient of log p of the choice, each source with its own advantage. */
function climb(
  { sources }: Listener,
  memory: PolicyMemory,
  heard: readonly number[],
  advantageOf: (k: number) => number,
  rate: number,
): void {
  const most = logitOf(1 - LEAST);
  const moved = sources.map(({ id }, k) => {
    const theta = memory.theta[id] ?? 0;
    return Math.max(-most, Math.min(most, theta + rate * advantageOf(k) * (heard[k]! - sigmoid(theta))));
  });
  sources.forEach(({ id }, k) => {
    memory.theta[id] = moved[k]!;
  });
}

/** The running mean before this value. */
function usual(memory: PolicyMemory, value: number): number {
  const before = memory.baseline ?? value;
  memory.baseline = before + FOLLOW * (value - before);
  return before;
}

/**
 * REINFORCE with baseline (Williams 1992): the whole choice gets one reward, its worth less the usual worth. Without
 * penalty the reward is the worth itself, never below 0: a choice that fails moves nothing.
 */
export const reinforce: Policy = {
  ...byChance,
  learn(decision, memory, settings) {
    const heard = sample(decision, memory);
    const value = worth(decision, heard, settings);
    const change = value - usual(memory, value);
    const reward = settings.penalty ? change : Math.max(0, value);
    climb(decision.listener, memory, heard, () => reward, settings.rate);
    return reward;
  },
};

/**
 * Difference rewards (Wolpert & Tumer 2002; COMA, Foerster et al. 2018, arXiv 1705.08926, in its simplest form): every
 * source is paid A_k = G(a) - G(a with a_k flipped), what its being heard (or not) was worth with all others as they
 * were. Without penalty, max(0, A_k). The reward reported is the choice's worth less the usual worth.
 */
export const difference: Policy = {
  ...byChance,
  learn(decision, memory, settings) {
    const heard = sample(decision, memory);
    const value = worth(decision, heard, settings);
    const advantages = heard.map((was, k) => {
      const flipped = heard.with(k, 1 - was);
      const advantage = value - worth(decision, flipped, settings);
      return settings.penalty ? advantage : Math.max(0, advantage);
    });
    climb(decision.listener, memory, heard, (k) => advantages[k]!, settings.rate);
    return value - usual(memory, value);
  },
};
