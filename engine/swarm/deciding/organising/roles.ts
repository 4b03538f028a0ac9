import { z } from 'zod';
import type { RoleSettings } from '#engine/compile/mechanisms/organise.ts';
import type { RandomStream } from '#engine/core/random.ts';
import type { Listener } from '../listener.ts';
import { bySource, type Choice } from './choice.ts';

export const roleMemory = z.object({
  /** theta_ij: how loud i must call before j works for it. */
  threshold: bySource,
  /** s_i: how loud i calls. */
  stimulus: z.number(),
});
export type RoleMemory = z.output<typeof roleMemory>;
export const firstRoles = (): RoleMemory => ({ threshold: {}, stimulus: 0.5 });

const LEAST = 0.01;
const FIRST = 0.5;

/**
 * Division of labour by response thresholds: a source works for (is heard by) a listener with probability
 * T = s^2 / (s^2 + theta^2) (Bonabeau, Theraulaz & Deneubourg 1996, Proc. R. Soc. B 263, equation 1), and thresholds
 * learn (Theraulaz, Bonabeau & Deneubourg 1998, Proc. R. Soc. B 265): who performs becomes readier, who does not
 * becomes less so. The task is to answer well for the listener: its call grows by the error of its answer and falls by
 * relief x the share of sources at work, s <- s + error - relief x working / all, within 0.01 to 1. The papers reward
 * any performance; here performing lowers the threshold only where the answer is no better without it (leave one out,
 * by log-probability), else it rises, so that a source that does harm leaves the work. Where nobody steps forward, the
 * readiest does.
 */
export function learnRoles(
  listener: Listener,
  memory: RoleMemory,
  settings: RoleSettings,
  random: RandomStream,
): Choice {
  const { sources } = listener;
  const thresholds = sources.map(({ id }) => memory.threshold[id] ?? FIRST);
  const readiness = (theta: number): number => memory.stimulus ** 2 / (memory.stimulus ** 2 + theta ** 2);
  const working = thresholds.map((theta) => Number(random.chance(readiness(theta))));
  if (!working.includes(1)) working[thresholds.indexOf(Math.min(...thresholds))] = 1;
  const together = listener.likelihood(working);
  const count = working.reduce((a, b) => a + b, 0);
  sources.forEach(({ id }, k) => {
    const without = working.with(k, 0);
    const useful = working[k] === 1 && (count === 1 || listener.likelihood(without) <= together);
    const moved = thresholds[k]! + (useful ? -settings.step : settings.step);
    memory.threshold[id] = Math.max(LEAST, Math.min(1, moved));
  });
  const error = 1 - listener.quality(working);
  const call = memory.stimulus + error - (settings.relief * count) / sources.length;
  memory.stimulus = Math.max(LEAST, Math.min(1, call));
  return {
    trust: Object.fromEntries(sources.map(({ id }) => [id, readiness(memory.threshold[id]!)])),
    open: Object.fromEntries(sources.map(({ id }, k) => [id, working[k]!])),
  };
}
