import type { RandomStream } from '#engine/core/random.ts';
import type { Listener } from '../listener.ts';
import { only, type Policy, type PolicyMemory, type PolicySettings } from './policy.ts';

/**
 * A bandit chooses one source a decision and is paid the quality of what it says alone (0 to 1). Both sums fade by
 * (1 - forget) a decision, so that a source that changes is noticed (Garivier & Moulines 2011, "On upper-confidence bound
 * policies for switching bandit problems", section 2.1). The swarm hears the sources as often as they were chosen of late.
 */
function bandit(
  choose: (
    listener: Listener,
    memory: PolicyMemory,
    settings: PolicySettings,
    random: RandomStream,
  ) => number,
): Policy {
  return {
    learn({ listener, rows, random }, memory, settings) {
      const chosen = choose(listener, memory, settings, random);
      const reward = listener.quality(only(listener, chosen), rows);
      for (const { id } of listener.sources) {
        memory.pulls[id] = (memory.pulls[id] ?? 0) * (1 - settings.forget);
        memory.gains[id] = (memory.gains[id] ?? 0) * (1 - settings.forget);
      }
      const { id } = listener.sources[chosen]!; // choose() returns a place
      memory.pulls[id]! += 1;
      memory.gains[id]! += reward;
      return reward;
    },
    open({ sources }, memory) {
      const pulls = sources.map(({ id }) => memory.pulls[id] ?? 0);
      const all = pulls.reduce((a, b) => a + b, 0);
      return pulls.map((count) => (all > 0 ? count / all : 1));
    },
    reputation: ({ sources }, memory) =>
      sources.map(({ id }) => mean(memory.gains[id] ?? 0, memory.pulls[id] ?? 0)),
  };
}

const mean = (gains: number, pulls: number): number => (pulls > 0 ? gains / pulls : 0.5);

/** The first of the largest. */
const largest = (values: readonly number[]): number => values.indexOf(Math.max(...values));

/**
 * UCB1 (Auer, Cesa-Bianchi & Fischer 2002), discounted: the largest of mean + explore sqrt(ln n / n_k); a source that was
 * never chosen comes first. Its constant sqrt(2) is the parameter `explore`.
 */
export const ucb = bandit(({ sources }, memory, { explore }) => {
  const pulls = sources.map(({ id }) => memory.pulls[id] ?? 0);
  const doubt = Math.log(
    Math.max(
      1,
      pulls.reduce((a, b) => a + b, 0),
    ),
  );
  return largest(
    sources.map(({ id }, k) =>
      pulls[k] === 0
        ? Infinity
        : mean(memory.gains[id] ?? 0, pulls[k]!) + explore * Math.sqrt(doubt / pulls[k]!),
    ),
  );
});

/**
 * Thompson sampling (Thompson 1933; for rewards between 0 and 1 Agrawal & Goyal 2012, arXiv 1111.1797), discounted (Raj &
 * Kalyani 2017, arXiv 1707.09727): the largest draw from Beta(1 + gains, 1 + pulls - gains). Agrawal and Goyal toss a coin
 * with the reward's probability; here the fraction itself is counted, which has the same mean and less noise.
 */
export const thompson = bandit(({ sources }, memory, _settings, random) =>
  largest(
    sources.map(({ id }) => {
      const gains = memory.gains[id] ?? 0;
      const losses = Math.max(0, (memory.pulls[id] ?? 0) - gains);
      const [a, b] = [random.gamma(1 + gains), random.gamma(1 + losses)];
      return a / (a + b);
    }),
  ),
);
