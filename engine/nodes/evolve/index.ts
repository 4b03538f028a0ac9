import type { EvolveMethod } from '../../compile/mechanisms/evolve.ts';
import { t } from '../../core/text.ts';
import type { NodeKind } from '../kind.ts';
import { evolveFields } from './fields.ts';
import { type EvolveParams, evolveSchema } from './schema.ts';
import { validateEvolve } from './validate.ts';

function methodOf(params: EvolveParams): EvolveMethod {
  switch (params.method) {
    case 'pbt':
      return { kind: 'pbt', fraction: params.fraction, perturb: params.perturb };
    case 'genetic': {
      const { selection, tournament, truncation, crossover, mutation, elites } = params;
      return { kind: 'genetic', selection, tournament, truncation, crossover, mutation, elites };
    }
    case 'swarm': {
      const { inertia, cognitive, social, repel, step, decay, shortest, restart } = params;
      return { kind: 'swarm', inertia, cognitive, social, repel, step, decay, shortest, restart };
    }
    case 'merge':
      return { kind: 'merge', by: params.mergeBy, deviation: params.deviation };
  }
}

const BADGES = { pbt: 'PBT', genetic: t`genetic`, swarm: t`particles`, merge: t`merge` } as const;

export const evolve: NodeKind<typeof evolveSchema> = {
  kind: 'evolve',
  family: 'adapt',
  label: t`Evolve`,
  help: t`Evolves the fish linked to it: the fit survive, breed, swarm or merge, measured on examples they do not learn from.`,
  schema: evolveSchema,
  fields: evolveFields,
  ports: () => [
    {
      id: 'control',
      direction: 'out',
      type: 'control',
      label: t`Population`,
      help: t`The fish or schools that evolve together; all of one shape.`,
      maxLinks: Number.POSITIVE_INFINITY,
      required: false,
      accepts: ['fish'],
    },
  ],
  validate: validateEvolve,
  lower({ id, node, params, outgoing }, plan) {
    const fish = [...new Set(outgoing.flatMap(({ link }) => plan.fishOf(link.to.node)))];
    if (fish.length < 2) return;
    plan.addMechanism({
      kind: 'evolve',
      nodeId: id,
      name: node.name ?? id,
      fish,
      method: methodOf(params),
      fitness: params.fitness,
      first: params.first,
      every: params.every,
      generations: params.generations === 0 ? null : params.generations,
      learn: params.learn && params.method !== 'merge',
      replaceDead: params.replaceDead,
      sharedStart: params.start === 'shared',
      together: params.start === 'shared' ? params.together : 0,
      finish: params.method === 'merge' ? 'each' : params.finish,
    });
  },
  badge: ({ method }) => BADGES[method],
};
