import { ShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import type { CompiledSwarm, TrainCluster } from '../compiled.ts';
import type { SwarmPlan } from '../plan.ts';
import { compileSwarm } from './index.ts';

/**
 * The programs of a swarm that fish have joined. Training programs of those who do not talk to a newcomer are the very same
 * objects, so nothing of them is compiled anew; new are the newcomers', the joint ones of those they talk to, and the
 * answer programs. No tensor of those that were there before changes its shape, and no fish gets a new one.
 *
 * @throws ShuuraiError `invalid-arguments` where that cannot be.
 */
export function growSwarm(old: CompiledSwarm, plan: SwarmPlan): CompiledSwarm {
  const swarm = compileSwarm(plan, old.data);
  checkTensors(old, swarm);
  const clusters = swarm.clusters.map(
    (cluster) => old.clusters.find(({ id }) => id === cluster.id) ?? checkCluster(old, swarm, cluster),
  );
  const digests = swarm.digests.map(
    (one) => old.digests.find(({ school }) => school.id === one.school.id) ?? one,
  );
  return { ...swarm, clusters, digests };
}

function checkTensors(old: CompiledSwarm, { tensors }: CompiledSwarm): void {
  const known = new Map(old.tensors.map((spec) => [spec.name, spec.shape.join()]));
  const schools = new Set(old.plan.schools.map(({ id }) => id));
  for (const { name, shape, school } of tensors) {
    if (known.has(name) && known.get(name) !== shape.join()) {
      throw refused(
        t`No fish can join: "${name}" was learnt for the fish there were at the start. Add a fish that nothing trainable hears, or start a new run.`,
        { tensor: name },
      );
    }
    if (known.has(name) || !schools.has(school)) continue;
    throw refused(
      t`No such fish can join: those it would exchange states with have no weights for a fish of its kind ("${name}"). Let it take the place of a fish that is built like it, or none.`,
      { tensor: name },
    );
  }
}

/** A program for more fish than before: whoever was there must go on with the batches it had. */
function checkCluster(old: CompiledSwarm, { plan }: CompiledSwarm, cluster: TrainCluster): TrainCluster {
  const before = old.clusters.filter(({ schools }) =>
    schools.some(({ id }) => cluster.schools.some((school) => school.id === id)),
  );
  if (before.length > 1) {
    throw refused(
      t`No such fish can join: its links and the rules of its school would join fish that learn from batches of their own (${before.map(({ fish }) => fish.join(', ')).join('; ')}). Let it take the place of a fish of its own node, or none.`,
      {},
    );
  }
  if (before.length === 0 || !cluster.sharedBatch) return cluster;
  const known = new Set(before.flatMap(({ fish }) => fish));
  for (const { id, added } of plan.fish) {
    if (added === undefined || known.has(id) || !cluster.fish.includes(id)) continue;
    const { shareOf } = added;
    if (shareOf !== null && known.has(shareOf)) continue;
    throw refused(
      t`No such fish can join: ${[...known].join(', ')} learn from common batches, which examples of another share would change. Let it read the share of one of them, or take no place among them.`,
      {},
    );
  }
  return cluster;
}

const refused = (message: string, details: Readonly<Record<string, string>>): ShuuraiError =>
  new ShuuraiError('invalid-arguments', message, { details });
