import { counted, t } from '../../core/text.ts';
import type { NodeKind, PortSpec } from '../kind.ts';
import { PROPOSALS_PORT } from '../predictionPorts.ts';
import { fishFields } from './fields.ts';
import { fishSchema } from './schema.ts';
import { validateFish } from './validate.ts';

const MANY = Number.POSITIVE_INFINITY;
const PORTS: readonly PortSpec[] = [
  {
    id: 'examples',
    direction: 'in',
    type: 'examples',
    label: t`Examples`,
    help: t`What it learns from: a dataset, or its part of a shard.`,
    maxLinks: 1,
    required: true,
  },
  {
    id: 'state',
    direction: 'in',
    type: 'state',
    label: t`Senses`,
    help: t`Fish whose inner state it takes in while it thinks.`,
    maxLinks: MANY,
    required: false,
  },
  {
    id: 'prediction',
    direction: 'in',
    type: 'prediction',
    label: t`Hears`,
    help: t`Fish whose predictions it learns to agree with (mutual learning, arXiv 1706.00384), or a federated server whose consensus it takes in.`,
    maxLinks: MANY,
    required: false,
    accepts: ['fish', 'hub', 'federated'],
  },
  {
    id: PROPOSALS_PORT,
    direction: 'in',
    type: 'prediction',
    label: t`Reads`,
    help: t`Fish of the layer below, whose answers it reads beside the text (Mixture-of-Agents, arXiv 2406.04692).`,
    maxLinks: MANY,
    required: false,
    accepts: ['fish'],
  },
  {
    id: 'weights',
    direction: 'in',
    type: 'weights',
    label: t`Mixes`,
    help: t`Fish of the same shape whose weights it mixes into its own (gossip, D-PSGD), or a server or hub it is joined to.`,
    maxLinks: MANY,
    required: false,
  },
  {
    id: 'control',
    direction: 'in',
    type: 'control',
    label: t`Control`,
    help: t`What acts on this fish: faults that strike it, a population it evolves in, controllers that decide whom it hears.`,
    maxLinks: MANY,
    required: false,
  },
  {
    id: 'prediction',
    direction: 'out',
    type: 'prediction',
    label: t`Prediction`,
    help: t`What it answers: a probability for every class or token.`,
    maxLinks: MANY,
    required: false,
  },
  {
    id: 'state',
    direction: 'out',
    type: 'state',
    label: t`State`,
    help: t`Its pooled inner state, for fish that sense it.`,
    maxLinks: MANY,
    required: false,
  },
  {
    id: 'weights',
    direction: 'out',
    type: 'weights',
    label: t`Weights`,
    help: t`Its parameters, for fish that mix them into theirs, a federated server or a hub.`,
    maxLinks: MANY,
    required: false,
  },
];

export const fish: NodeKind<typeof fishSchema> = {
  kind: 'fish',
  family: 'fish',
  label: t`Fish`,
  help: t`A transformer: an encoder that classifies, or a causal decoder that models language. Or a school of several.`,
  schema: fishSchema,
  fields: fishFields,
  ports: () => PORTS,
  validate: validateFish,
  lower({ id, node, params, incoming }, plan) {
    const read = incoming.filter(({ link }) => link.to.port === PROPOSALS_PORT);
    const proposers = [...new Set(read.flatMap(({ link }) => plan.fishOf(link.from.node)))];
    const examples = incoming.find(({ link }) => link.to.port === 'examples');
    if (examples === undefined) return;
    const {
      count,
      layers,
      width,
      heads,
      feedForward,
      context,
      activation,
      positional,
      pooling,
      exits,
      alignment,
      cohesion,
      separation,
      zones,
      repulsion,
      orientation,
      attraction,
      ...training
    } = params;
    plan.addFish({
      nodeId: id,
      name: node.name ?? id,
      count,
      shape: { layers, width, heads, feedForward, context, activation, positional, pooling, exits },
      training,
      rules:
        alignment + cohesion + separation > 0
          ? {
              alignment,
              cohesion,
              separation,
              zones: zones ? { repulsion, orientation, attraction } : null,
            }
          : undefined,
      proposers,
      source: examples.link.from.node,
    });
  },
  badge: ({ count }) => counted(count, '{0} fish', '{0} fish'),
};
