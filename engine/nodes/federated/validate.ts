import type { NodeId } from '../../core/brand.ts';
import { counted, t } from '../../core/text.ts';
import { fishCount, linksOf, nodesOf } from '../../document/graph.ts';
import type { SwarmDocument } from '../../document/schema.ts';
import { mostFaulty } from '../../swarm/federated/robust.ts';
import type { Diagnostic } from '../../validate/diagnostic.ts';
import { linkProblem, nodeProblem, paramProblem } from '../../validate/problems.ts';
import type { NodeContext } from '../kind.ts';
import { checkMembers, membersOf } from '../members.ts';
import { federatedFields } from './fields.ts';
import type { FederatedParams } from './schema.ts';

type Context = NodeContext<FederatedParams>;

export function validateFederated(context: Context): Diagnostic[] {
  const port = context.params.exchange === 'predictions' ? 'prediction' : 'weights';
  const members = membersOf(context, port);
  if (members.length === 0) return [noClients(context, port)];
  if (port === 'prediction') return [...checkExchange(context), ...checkFaulty(context)];
  return [
    ...checkMembers(context, t`clients`),
    ...checkRing(context),
    ...checkFaulty(context),
    ...checkPrivacy(context),
  ];
}

function noClients({ id, document }: Context, port: 'weights' | 'prediction'): Diagnostic {
  const fish = nodesOf(document).find(([, node]) => node.kind === 'fish');
  return nodeProblem(id, {
    code: 'no-clients',
    message:
      port === 'weights'
        ? t`No fish gives it weights, so it has nothing to do: link fish to it, or delete it.`
        : t`No fish gives it predictions, so it has nothing to do: link fish to it, or delete it.`,
    fix:
      fish === undefined
        ? { kind: 'delete-node', nodeId: id, label: t`Delete the server` }
        : {
            kind: 'add-link',
            from: { node: fish[0], port },
            to: { node: id, port },
            label: t`Make "${fish[1].name ?? fish[0]}" its client`,
          },
  });
}

/** What cannot be where predictions travel instead of weights. */
function checkExchange({ id, params, task }: Context): Diagnostic[] {
  const problems: Diagnostic[] = [];
  if (task === 'language-modelling') {
    problems.push(
      paramProblem(id, 'exchange', {
        code: 'task-mismatch',
        message: t`A consensus is one of class scores, and fish that model language have no classes: let weights travel.`,
        fix: {
          kind: 'set-param',
          nodeId: id,
          param: 'exchange',
          value: 'weights',
          label: t`Let weights travel`,
        },
      }),
    );
  }
  if (params.noise > 0 || params.secure) {
    const param = params.noise > 0 ? 'noise' : 'secure';
    problems.push(
      paramProblem(id, param, {
        message: t`Noise and masks are made for weights; predictions would travel without them: turn them off, or let weights travel.`,
        fix: {
          kind: 'set-param',
          nodeId: id,
          param,
          value: param === 'noise' ? 0 : false,
          label: t`Turn it off`,
        },
      }),
    );
  }
  return problems;
}

/** A server must not be its own client, by way of others either. */
function checkRing({ id, document, incoming }: Context): Diagnostic[] {
  const above = (server: NodeId): NodeId[] =>
    linksOf(document).flatMap(([, link]) => {
      if (link.from.node === server && link.from.port === 'upper') return [link.to.node];
      return link.to.node === server && link.to.port === 'upper' ? [link.from.node] : [];
    });
  const open = above(id);
  const seen = new Set<NodeId>();
  for (let server = open.pop(); server !== undefined; server = open.pop()) {
    if (server === id) {
      const closing = incoming.find(({ link }) => link.to.port === 'weights' && link.from.port === 'upper');
      const message = t`This server is, through others, its own client: delete one of the links between them.`;
      return closing === undefined
        ? [nodeProblem(id, { code: 'cycle', message })]
        : [
            linkProblem(closing.id, {
              code: 'cycle',
              message,
              fix: { kind: 'delete-link', linkId: closing.id, label: t`Delete the link` },
            }),
          ];
    }
    if (seen.has(server)) continue;
    seen.add(server);
    open.push(...above(server));
  }
  return [];
}

function clientCount(context: Context, document: SwarmDocument): number {
  return membersOf(context, context.params.exchange === 'predictions' ? 'prediction' : 'weights').reduce(
    (total, { nodeId }) => {
      const node = document.nodes[nodeId];
      return total + (node?.kind === 'fish' ? fishCount(node) : 1);
    },
    0,
  );
}

function checkFaulty(context: Context): Diagnostic[] {
  const { id, params, document } = context;
  const counts = params.robust === 'trimmed' || params.robust === 'krum' || params.robust === 'multi-krum';
  if (!counts) return [];
  const clients = clientCount(context, document);
  const most = mostFaulty(params.robust, Math.max(1, Math.round(params.fraction * clients)));
  if (params.faulty <= most) return [];
  const rule =
    params.robust === 'trimmed' ? t`more than twice as many` : t`at least twice as many and three more`;
  return [
    paramProblem(id, 'faulty', {
      message: t`${federatedFields.robust.options[params.robust]} bears ${counted(params.faulty, '{0} faulty client', '{0} faulty clients')} only among ${rule}, but it asks ${Math.max(1, Math.round(params.fraction * clients))} at a time.`,
      fix: { kind: 'set-param', nodeId: id, param: 'faulty', value: most, label: t`Set it to ${most}` },
    }),
  ];
}

function checkPrivacy(context: Context): Diagnostic[] {
  const { id, params, incoming } = context;
  const problems: Diagnostic[] = [];
  const set = (param: string, value: unknown, label: string) =>
    ({ kind: 'set-param', nodeId: id, param, value, label }) as const;
  if (params.noise > 0 && params.clip === 0) {
    problems.push(
      paramProblem(id, 'clip', {
        message: t`Noise protects only updates of limited length: clip them, or set the noise multiplier to 0.`,
        fix: set('clip', 1, t`Clip at 1`),
      }),
    );
  }
  if (params.robust !== 'none' && (params.noise > 0 || params.secure)) {
    const why = params.secure
      ? t`With secure aggregation the server sees the sum of the updates alone, so it cannot tell which to leave out`
      : t`The noise is reckoned for the sum of the updates, which a robust method does not form`;
    problems.push(
      paramProblem(id, 'robust', {
        message: t`${why}: choose one of the two.`,
        fix: set('robust', 'none', t`Take the plain mean`),
      }),
    );
  }
  if (params.secure && params.compression !== 'none') {
    problems.push(
      paramProblem(id, 'compression', {
        message: t`Masked updates are random numbers, which cannot be compressed: send them whole.`,
        fix: set('compression', 'none', t`Do not compress`),
      }),
    );
  }
  if (params.secure) {
    for (const { id: linkId, link } of incoming) {
      if (link.to.port !== 'weights') continue;
      const param =
        link.params.delay > 0 ? 'delay' : link.params.compression === 'none' ? null : 'compression';
      if (param === null) continue;
      problems.push(
        linkProblem(linkId, {
          path: `links.${linkId}.params.${param}`,
          message:
            param === 'delay'
              ? t`Masks vanish only from a sum of one round, so a message to a server with secure aggregation cannot be late: take away the delay.`
              : t`Masked updates are random numbers, which cannot be compressed: send them whole.`,
          fix: {
            kind: 'set-link',
            linkId,
            param,
            value: param === 'delay' ? 0 : 'none',
            label: t`Set it back`,
          },
        }),
      );
    }
  }
  return problems;
}
