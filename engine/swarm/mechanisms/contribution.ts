import { fishSeries } from '#engine/protocol/series.ts';
import { coalitionQuality } from '../deciding/leaveOneOut.ts';
import { shapley } from '../metrics/shapley.ts';
import type { Mechanism } from './mechanism.ts';

/**
 * After each evaluation, what every live fish contributes: quality of the swarm's answer to the tuning rows less its
 * quality without this fish (leave one out); where a command asked for it, Shapley values too.
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
      if (state.shapley === 0) return;
      const values = shapley(
        living.map(({ id }) => id),
        (set) => quality((id) => set.has(id)),
        state.shapley,
        world.random('shapley', state.round),
      );
      state.shapley = 0;
      world.metrics(Object.fromEntries([...values].map(([id, value]) => [fishSeries(id, 'shapley'), value])));
    },
  };
}
