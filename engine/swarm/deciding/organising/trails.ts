import { z } from 'zod';
import type { TrailSettings } from '#engine/compile/mechanisms/organise.ts';
import type { RandomStream } from '#engine/core/random.ts';
import { drawPlace } from '../drawPlace.ts';
import type { Listener } from '../listener.ts';
import { bySource, type Choice, openBest } from './choice.ts';

export const trailMemory = z.object({
  /** tau_e, from 0.02 to 1. */
  trail: bySource,
});
export type TrailMemory = z.output<typeof trailMemory>;
export const firstTrails = (): TrailMemory => ({ trail: {} });

const LEAST = 0.02;

/**
 * Trails (stigmergy, Grassé 1959; ant system, Dorigo, Maniezzo & Colorni 1996): each ant visits `keep` sources, one after
 * the other with probability proportional to the trail to them, and finds the quality of their common answer. A trail
 * evaporates and takes what the ants on it were rewarded: tau <- (1 - rho) tau + rho r, r the mean over its ants of their
 * quality, scaled so that the worst ant of the round has 0 and the best 1. A trail no ant took only evaporates. Trails
 * stay within [0.02, 1] (max-min ant system, Stützle & Hoos 2000), so that a lost one can be found again.
 */
export function learnTrails(
  listener: Listener,
  memory: TrailMemory,
  settings: TrailSettings,
  random: RandomStream,
): Choice {
  const { sources } = listener;
  const trails = Float64Array.from(sources, ({ id }) => memory.trail[id] ?? 0.5);
  const visits =
    settings.keep === 0 ? Math.ceil(sources.length / 2) : Math.min(settings.keep, sources.length);
  const ants = Array.from({ length: settings.samples }, () => {
    const open = new Float64Array(sources.length);
    for (let visit = 0; visit < visits; visit++)
      open[
        drawPlace(
          trails.map((trail, k) => (open[k] === 1 ? 0 : trail)),
          random,
        )
      ] = 1;
    return { open, quality: listener.quality(open, listener.draw(settings.rows, random)) };
  });
  const qualities = ants.map(({ quality }) => quality);
  const [worst, top] = [Math.min(...qualities), Math.max(...qualities)];
  sources.forEach(({ id }, k) => {
    const rewards = ants.flatMap(({ open, quality }) =>
      open[k] === 1 ? [top > worst ? (quality - worst) / (top - worst) : 1] : [],
    );
    const reward = rewards.reduce((a, b) => a + b, 0) / Math.max(1, rewards.length);
    memory.trail[id] = Math.max(LEAST, (1 - settings.forget) * trails[k]! + settings.forget * reward);
  });
  const trail = Object.fromEntries(sources.map(({ id }) => [id, memory.trail[id]!]));
  return { trust: trail, open: openBest(trail, visits) };
}
