import { t } from '../../core/text.ts';
import { USUAL_RATE } from '../../swarm/federated/outerStep.ts';
import type { NodeKind, PortSpec } from '../kind.ts';
import { lowerMembers } from '../members.ts';
import { federatedFields } from './fields.ts';
import { federatedSchema } from './schema.ts';
import { validateFederated } from './validate.ts';

const MANY = Number.POSITIVE_INFINITY;
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
  help: t`A server that joins what its clients learned: weights travel, examples stay.`,
  schema: federatedSchema,
  fields: federatedFields,
  ports: () => PORTS,
  validate: validateFederated,
  lower(context, plan) {
    const { id, node, params } = context;
    const { algorithm, serverRate, momentum, beta1, beta2, tau, ...rest } = params;
    plan.addMechanism({
      kind: 'federated',
      nodeId: id,
      name: node.name ?? id,
      clients: lowerMembers(context, plan),
      outer: { algorithm, rate: serverRate ?? USUAL_RATE[algorithm], momentum, beta1, beta2, tau },
      ...rest,
    });
  },
  badge: ({ algorithm, robust }) =>
    robust === 'none' ? federatedFields.algorithm.options[algorithm] : federatedFields.robust.options[robust],
};
