import { fishSeries } from '#engine/protocol/series.ts';
import { coalitionQuality } from '../deciding/leaveOneOut.ts';
import type { Mechanism } from './mechanism.ts';

/**
 * After each evaluation, what every live fish contributes: quality of the swarm's answer to the tuning rows less its
 * quality without this fish (leave one out).
 */
export function contribution(): Mechanism {
  return {
    id: 'contribution',
    async evaluated(world) {
      const { plan, state, isAlive } = world;
      const quality = coalitionQuality(plan, await world.answers('fish'), state);
      if (quality === null) return;
      const whole = quality(isAlive);
      const living = plan.fish.filter(({ id }) => isAlive(id));
      world.metrics(
        Object.fromEntries(
          living.map(({ id }) => [
            fishSeries(id, 'contribution'),
            whole - quality((other) => other !== id && isAlive(other)),
          ]),
        ),
      );
    },
  };
}
