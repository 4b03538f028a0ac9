import { ShuuraiError } from '#engine/core/errors.ts';
import { t } from '../../core/text.ts';
import type { CompiledSwarm } from '../compiled.ts';
import type { SwarmPlan } from '../plan.ts';
import { compileSwarm } from './index.ts';

/**
 * The programs of a swarm that fish have joined. Training programs of what was there before are the very same
 * objects, so nothing of them is compiled anew; only the newcomers' and the answer programs are new.
 *
 * @throws ShuuraiError `invalid-arguments` where something has learnt weights for a fixed number of sources.
 */
export function growSwarm(old: CompiledSwarm, plan: SwarmPlan): CompiledSwarm {
  const swarm = compileSwarm(plan, old.data);
  const known = new Map(old.tensors.map((spec) => [spec.name, spec.shape.join()]));
  for (const { name, shape } of swarm.tensors) {
    if (!known.has(name) || known.get(name) === shape.join()) continue;
    throw new ShuuraiError(
      'invalid-arguments',
      t`No fish can join: "${name}" was learnt for the fish there were at the start. Add a fish that nothing trainable hears, or start a new run.`,
      { details: { tensor: name } },
    );
  }
  return {
    ...swarm,
    clusters: swarm.clusters.map((cluster) => old.clusters.find(({ id }) => id === cluster.id) ?? cluster),
  };
}
