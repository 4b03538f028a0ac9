import type { MixProgram } from '#engine/compile/compiled.ts';
import { swarmSeries } from '#engine/protocol/series.ts';
import { metropolisWeights } from '../metropolis.ts';
import type { Mechanism, World } from './mechanism.ts';

/** Gossip over the weights links of one school that act in this round. */
export function gossip(mix: MixProgram): Mechanism {
  return {
    id: `gossip ${mix.school}`,
    async communicate({ plan, swarm, state, programs, weights, isAlive, talk, metrics }: World) {
      const school = plan.schools.find(({ id }) => id === mix.school);
      if (school === undefined) return;
      const mixing = metropolisWeights(school.fish, talk(), isAlive, state.round);
      if (mixing !== null) {
        await programs.call(mix.program, mix.feeds(mixing.matrix));
        weights.version += 1;
      }
      const bytes =
        (mixing?.messages ?? 0) * swarm.parametersOf(school.fish[0]!) * Float32Array.BYTES_PER_ELEMENT;
      metrics({ [swarmSeries('messageBytes')]: bytes });
    },
  };
}
