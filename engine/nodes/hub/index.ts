import { z } from 'zod';
import { t } from '../../core/text.ts';
import type { Diagnostic } from '../../validate/diagnostic.ts';
import { nodeProblem } from '../../validate/problems.ts';
import { type FieldSpec, type NodeContext, type NodeKind, PORT_NAMES, type PortSpec } from '../kind.ts';
import { checkMembers, lowerMembers, membersOf } from '../members.ts';

const schema = z.strictObject({
  centre: z.enum(['mean', 'elastic']).default('mean'),
  pull: z.number().min(0.001).max(1).default(0.2),
  follow: z.number().min(0).max(1).default(0.9),
});
type Params = z.output<typeof schema>;

const elastic = ({ centre }: Readonly<Record<string, unknown>>) => centre === 'elastic';
const fields = {
  centre: {
    label: t`Weights`,
    help: t`Everyone takes the mean of all, or members and a centre pull each other a little (elastic averaging, EASGD, arXiv 1412.6651), so that each can go its own way around it.`,
    section: t`Weights`,
    control: 'select',
    options: { mean: t`Take the mean`, elastic: t`Elastic averaging` },
  },
  pull: {
    label: t`Pull`,
    help: t`Alpha: the part of its way to the centre that a member goes each time. The paper takes beta divided by the number of members.`,
    section: t`Weights`,
    control: 'slider',
    visible: elastic,
  },
  follow: {
    label: t`Follow`,
    help: t`Beta: the part of its way to the mean of the members that the centre goes each time; 0: it stays where all began.`,
    section: t`Weights`,
    control: 'slider',
    visible: elastic,
  },
} satisfies Record<keyof Params, FieldSpec>;

const port = (spec: Pick<PortSpec, 'direction' | 'type' | 'label' | 'help' | 'accepts'>): PortSpec => ({
  id: spec.type,
  maxLinks: Number.POSITIVE_INFINITY,
  required: false,
  ...spec,
});

const PORTS: readonly PortSpec[] = [
  port({
    direction: 'in',
    type: 'weights',
    label: t`Weights`,
    help: t`Fish (or servers) whose weights it averages; a link of either direction makes them take part.`,
    accepts: ['fish', 'federated'],
  }),
  port({
    direction: 'in',
    type: 'prediction',
    label: t`Predictions`,
    help: t`Fish whose predictions it passes on.`,
    accepts: ['fish'],
  }),
  port({
    direction: 'in',
    type: 'state',
    label: t`States`,
    help: t`Fish whose inner states it passes on.`,
    accepts: ['fish'],
  }),
  port({
    direction: 'out',
    type: 'weights',
    label: t`Mean weights`,
    help: t`The exact mean of the weights of all who live and take part.`,
    accepts: ['fish', 'federated'],
  }),
  port({
    direction: 'out',
    type: 'prediction',
    label: t`Mean prediction`,
    help: t`To each fish the mean prediction of the others, to agree with while it learns.`,
    accepts: ['fish'],
  }),
  port({
    direction: 'out',
    type: 'state',
    label: t`Mean state`,
    help: t`To each fish the mean state of the others, to take in while it thinks.`,
    accepts: ['fish'],
  }),
];

/** States and predictions need someone who speaks and someone who hears. */
function validate(context: NodeContext<z.output<typeof schema>>): Diagnostic[] {
  const { id, incoming, outgoing } = context;
  const problems = checkMembers(context, t`members`);
  for (const family of ['state', 'prediction'] as const) {
    const ups = incoming.filter(({ link }) => link.to.port === family);
    const downs = outgoing.filter(({ link }) => link.from.port === family);
    if ((ups.length === 0) === (downs.length === 0)) continue;
    const [there] = [...ups, ...downs];
    if (there === undefined) continue;
    const node = ups.length > 0 ? there.link.from.node : there.link.to.node;
    const [from, to] = ups.length > 0 ? [id, node] : [node, id];
    problems.push(
      nodeProblem(id, {
        code: 'one-sided',
        severity: 'warning',
        message:
          ups.length > 0
            ? t`Fish speak to its "${PORT_NAMES[family]}", but nobody hears what it passes on: link it to the fish that should.`
            : t`Fish hear its "${PORT_NAMES[family]}", but nobody speaks to it: link the fish that should.`,
        fix: {
          kind: 'add-link',
          from: { node: from, port: family },
          to: { node: to, port: family },
          label: ups.length > 0 ? t`Let "${node}" hear it` : t`Let "${node}" speak to it`,
        },
      }),
    );
  }
  if (incoming.length + outgoing.length === 0) {
    problems.push(
      nodeProblem(id, {
        code: 'not-connected',
        severity: 'warning',
        message: t`Nobody talks through this hub: link fish to it, or delete it.`,
        fix: { kind: 'delete-node', nodeId: id, label: t`Delete the hub` },
      }),
    );
  }
  return problems;
}

export const hub: NodeKind<typeof schema> = {
  kind: 'hub',
  family: 'talk',
  label: t`Hub`,
  help: t`A centre through which fish talk: everybody hears the mean of everybody, at one message up and one down each.`,
  schema,
  fields,
  ports: () => PORTS,
  validate,
  lower(context, plan) {
    const { id, node } = context;
    if (membersOf(context).length === 0) return;
    plan.addMechanism({
      kind: 'hub',
      nodeId: id,
      name: node.name ?? id,
      members: lowerMembers(context, plan),
      elastic:
        context.params.centre === 'elastic'
          ? { pull: context.params.pull, follow: context.params.follow }
          : null,
    });
  },
  badge: ({ centre }) => (centre === 'elastic' ? t`elastic` : t`mean`),
};
