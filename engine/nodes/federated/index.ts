import { t } from '../../core/text.ts';
import { USUAL_RATE } from '../../swarm/federated/outerStep.ts';
import type { NodeKind, PortSpec } from '../kind.ts';
import { lowerMembers } from '../members.ts';
import { federatedFields } from './fields.ts';
import { federatedSchema } from './schema.ts';
import { validateFederated } from './validate.ts';

const MANY = Number.POSITIVE_INFINITY;
const PUBLIC: readonly PortSpec[] = [
  {
    id: 'prediction',
    direction: 'in',
    type: 'prediction',
    label: t`Clients`,
    help: t`Fish, built as they may be, whose answers to the public text it joins; a link of either direction makes a fish its client.`,
    maxLinks: MANY,
    required: false,
    accepts: ['fish'],
  },
  {
    id: 'examples',
    direction: 'in',
    type: 'examples',
    label: t`Public text`,
    help: t`A dataset that is no fish's own: everyone may read it. Its labels are used only where clients first learn it.`,
    maxLinks: 1,
    required: true,
    accepts: ['dataset'],
  },
  {
    id: 'prediction',
    direction: 'out',
    type: 'prediction',
    label: t`Consensus`,
    help: t`The consensus of the clients, back to them.`,
    maxLinks: MANY,
    required: false,
    accepts: ['fish'],
  },
];
const PORTS: readonly PortSpec[] = [
  {
    id: 'weights',
    direction: 'in',
    type: 'weights',
    label: t`Clients`,
    help: t`Fish whose updates it joins; a link of either direction makes a fish its client.`,
    maxLinks: MANY,
    required: false,
    accepts: ['fish', 'federated'],
  },
  {
    id: 'upper',
    direction: 'in',
    type: 'weights',
    label: t`From above`,
    help: t`A server or hub whose client it is itself.`,
    maxLinks: MANY,
    required: false,
    accepts: ['federated', 'hub'],
  },
  {
    id: 'control',
    direction: 'in',
    type: 'control',
    label: t`Control`,
    help: t`Controllers that decide which clients it hears, and how strongly.`,
    maxLinks: MANY,
    required: false,
  },
  {
    id: 'weights',
    direction: 'out',
    type: 'weights',
    label: t`Model`,
    help: t`Its weights, back to the clients.`,
    maxLinks: MANY,
    required: false,
    accepts: ['fish', 'federated'],
  },
  {
    id: 'upper',
    direction: 'out',
    type: 'weights',
    label: t`To above`,
    help: t`Its weights, to a server or hub whose client it is (hierarchical FedAvg, arXiv 1905.06641).`,
    maxLinks: MANY,
    required: false,
    accepts: ['federated', 'hub'],
  },
];

export const federated: NodeKind<typeof federatedSchema> = {
  kind: 'federated',
  family: 'decide',
  label: t`Federated`,
  help: t`A server that joins what its clients learned: weights (or predictions on public text) travel, examples stay.`,
  schema: federatedSchema,
  fields: federatedFields,
  ports: ({ exchange }) =>
    exchange === 'predictions' ? [...PUBLIC, ...PORTS.filter(({ type }) => type === 'control')] : PORTS,
  validate: validateFederated,
  lower(context, plan) {
    const { id, node, params } = context;
    const { exchange, publicTexts, digest, publicPasses, consensus, temperature, ...server } = params;
    const open = context.incoming.find(({ link }) => link.to.port === 'examples')?.link.from.node;
    if (exchange === 'predictions') {
      if (open === undefined) return;
      const { fraction, weigh, every, robust, faulty, compression } = params;
      plan.openDataset(open, publicPasses > 0);
      plan.addMechanism({
        kind: 'distil',
        nodeId: id,
        name: node.name ?? id,
        clients: lowerMembers(context, plan, 'prediction'),
        open,
        texts: publicTexts,
        digest,
        passes: publicPasses,
        consensus,
        temperature,
        fraction,
        weigh,
        every,
        robust,
        faulty,
        compression,
      });
      return;
    }
    const { algorithm, serverRate, momentum, beta1, beta2, tau, ...rest } = server;
    plan.addMechanism({
      kind: 'federated',
      nodeId: id,
      name: node.name ?? id,
      clients: lowerMembers(context, plan),
      outer: { algorithm, rate: serverRate ?? USUAL_RATE[algorithm], momentum, beta1, beta2, tau },
      ...rest,
    });
  },
  badge: ({ exchange, algorithm, robust }) =>
    exchange === 'predictions' && robust === 'none'
      ? 'FedMD'
      : robust === 'none'
        ? federatedFields.algorithm.options[algorithm]
        : federatedFields.robust.options[robust],
};
