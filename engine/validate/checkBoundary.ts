import type { NodeId } from '../core/brand.ts';
import { t, withinSentence } from '../core/text.ts';
import { fishCount } from '../document/graph.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
import { type DocumentIndex, entriesOf, type LinkEntry, type NodeEntry, portOf } from './documentIndex.ts';
import { linkProblem, nodeProblem } from './problems.ts';

/**
 * Federated privacy as a property of the document. A client of a federated server is a place of its own: its training
 * examples are read by this one fish, and nothing but weights leaves it while it learns. Checked is that
 * - no client takes part in state or prediction links of fish, directly or through a hub: fish so joined learn from
 *   common batches, so examples of one would have to reach the other (`examples-cross`);
 * - no client follows the rules of a school of several: schooling fish see common batches too (`examples-cross`);
 * - no supervisor has neighbours or spares take over the share of a client (`examples-cross`);
 * - what clients answer for a server to join (predictions on public text) is no fish's own (`examples-cross`);
 * - no client has examples that another fish has too: not from one shard that gives them to several, not straight from
 *   a dataset others read, and not by another way from the same data (`examples-shared`).
 * Predictions of clients may go to aggregators, which hear them on validation examples: those are held by whoever runs the
 * swarm, as are the rows that trainable aggregators and controllers are fitted to.
 */
export function checkBoundary(index: DocumentIndex): Diagnostic[] {
  const clients = clientsOf(index);
  if (clients.size === 0) return [];
  return [
    ...index.links.flatMap((entry) => checkTalk(index, clients, entry)),
    ...[...clients].flatMap(([id, server]) => checkSchooling(index, id, server)),
    ...index.links.flatMap((entry) => checkTakeover(index, clients, entry)),
    ...checkPublic(index),
    ...checkSources(index, clients),
  ];
}

/** Fish nodes that are clients of a federated server, with a server of each. */
function clientsOf(index: DocumentIndex): ReadonlyMap<NodeId, NodeEntry> {
  const clients = new Map<NodeId, NodeEntry>();
  for (const server of entriesOf(index, 'federated')) {
    const travels = (port: string): boolean => port === 'weights' || port === 'prediction';
    const ends = [
      ...server.incoming.filter(({ link }) => travels(link.to.port)).map(({ link }) => link.from.node),
      ...server.outgoing.filter(({ link }) => travels(link.from.port)).map(({ link }) => link.to.node),
    ];
    for (const id of ends) if (index.nodes.get(id)?.node.kind === 'fish') clients.set(id, server);
  }
  return clients;
}

const TALKERS = ['fish', 'hub'];

function checkTalk(
  index: DocumentIndex,
  clients: ReadonlyMap<NodeId, NodeEntry>,
  { id, link }: LinkEntry,
): Diagnostic[] {
  const [from, to] = [index.nodes.get(link.from.node), index.nodes.get(link.to.node)];
  if (from === undefined || to === undefined) return [];
  if (!TALKERS.includes(from.node.kind) || !TALKERS.includes(to.node.kind)) return [];
  const type = portOf(to, 'in', link.to.port)?.type;
  if (type !== 'state' && type !== 'prediction') return [];
  const client = [from, to].find((entry) => clients.has(entry.id));
  if (client === undefined) return [];
  const things = type === 'state' ? t`states` : t`predictions`;
  return [
    linkProblem(id, {
      code: 'examples-cross',
      message: t`${client.title} is a client of ${clients.get(client.id)?.title ?? ''}, so its examples must stay with it, but fish that exchange ${things} learn from common examples: delete the link, or let ${client.title} leave the server.`,
      fix: { kind: 'delete-link', linkId: id, label: t`Delete the link` },
    }),
  ];
}

const named = ({ kind }: NodeEntry, param: string): string =>
  withinSentence(kind?.fields[param]?.label ?? param);

const RULES = ['alignment', 'cohesion', 'separation'] as const;

function checkSchooling(index: DocumentIndex, id: NodeId, server: NodeEntry): Diagnostic[] {
  const client = index.nodes.get(id);
  if (client === undefined || fishCount(client.node) < 2) return [];
  return RULES.filter((rule) => Number(client.params?.[rule] ?? 0) > 0).map((rule) =>
    nodeProblem(id, {
      code: 'examples-cross',
      message: t`The fish of ${client.title} are clients of ${server.title}, so their examples must stay with them, but fish that follow ${named(client, rule)} learn from common examples: set it to 0, or let them leave the server.`,
      fix: {
        kind: 'set-param',
        nodeId: id,
        param: rule,
        value: 0,
        label: t`Set ${named(client, rule)} to 0`,
      },
    }),
  );
}

function checkTakeover(
  index: DocumentIndex,
  clients: ReadonlyMap<NodeId, NodeEntry>,
  { link }: LinkEntry,
): Diagnostic[] {
  const supervisor = index.nodes.get(link.from.node);
  const client = index.nodes.get(link.to.node);
  if (supervisor?.node.kind !== 'supervise' || client === undefined || !clients.has(client.id)) return [];
  if (supervisor.params?.policy === 'restart') return [];
  return [
    nodeProblem(supervisor.id, {
      code: 'examples-cross',
      message: t`${client.title} is a client of ${clients.get(client.id)?.title ?? ''}, so its examples must stay with it, but ${supervisor.title} would give its share to other fish: let it restart fish instead.`,
      fix: {
        kind: 'set-param',
        nodeId: supervisor.id,
        param: 'policy',
        value: 'restart',
        label: t`Restart fish instead`,
      },
    }),
  ];
}

interface Source {
  readonly entry: NodeEntry;
  readonly dataset: NodeEntry;
  readonly readers: readonly NodeEntry[];
}

/** Shards and datasets that fish read from. */
function sourcesOf(index: DocumentIndex): Source[] {
  return entriesOf(index, 'dataset', 'shard').flatMap((entry) => {
    const readers = entry.outgoing.flatMap(({ link }) => {
      const reader = index.nodes.get(link.to.node);
      return reader?.node.kind === 'fish' ? [reader] : [];
    });
    const above = entry.incoming.find(({ link }) => link.to.port === 'examples')?.link.from.node;
    const dataset = entry.node.kind === 'dataset' ? entry : above && index.nodes.get(above);
    return readers.length === 0 || !dataset ? [] : [{ entry, dataset, readers }];
  });
}

/** Public text is read by everyone, so it must be no data of any fish. */
function checkPublic(index: DocumentIndex): Diagnostic[] {
  const own = sourcesOf(index);
  return entriesOf(index, 'federated').flatMap((server) => {
    const link = server.incoming.find((entry) => entry.link.to.port === 'examples');
    const open = link === undefined ? undefined : index.nodes.get(link.link.from.node);
    if (link === undefined || open === undefined) return [];
    const same = own.find(({ dataset }) => originOf(dataset) === originOf(open));
    if (same === undefined) return [];
    const [reader] = same.readers;
    return [
      linkProblem(link.id, {
        code: 'examples-cross',
        message: t`${open.title} is the public text of ${server.title}, which every client reads, but ${reader?.title ?? same.entry.title} learns from the same data: link other text, such as a built-in task with another data seed.`,
        fix: { kind: 'delete-link', linkId: link.id, label: t`Delete the link` },
      }),
    ];
  });
}

function checkSources(index: DocumentIndex, clients: ReadonlyMap<NodeId, NodeEntry>): Diagnostic[] {
  const sources = sourcesOf(index);
  const isClient = ({ id }: NodeEntry) => clients.has(id);
  const inside = sources.flatMap((source) => {
    const client = source.readers.find(isClient);
    return client === undefined || !givesTwice(source) ? [] : [shared(source, client)];
  });
  const origins = Map.groupBy(sources, ({ dataset }) => originOf(dataset));
  const between = [...origins.values()].flatMap((same) => {
    const client = same.flatMap(({ readers }) => readers).find(isClient);
    const [first, ...others] = same;
    if (client === undefined || first === undefined) return [];
    return others.map((other) => twoWays(first, other, client));
  });
  return [...inside, ...between];
}

/** Whether two datasets are the same data: one file, or one built-in task made from one seed. */
function originOf({ id, params }: NodeEntry): string {
  if (params === null) return `node ${id}`;
  const path = String(params.path).trim().replaceAll('\\', '/');
  if (params.source === 'file') return path === '' ? `node ${id}` : `file ${path.replace(/^(\.\/)+/, '')}`;
  return `task ${params.task} ${params.dataSeed}`;
}

function givesTwice({ entry, readers }: Source): boolean {
  const fish = readers.reduce((total, { node }) => total + fishCount(node), 0);
  if (fish < 2) return false;
  if (entry.node.kind === 'dataset' || entry.params?.mode === 'shared') return true;
  return entry.params?.mode !== 'column' && Number(entry.params?.replicas ?? 1) > 1;
}

function shared({ entry, readers }: Source, client: NodeEntry): Diagnostic {
  const copies = entry.node.kind === 'shard' && entry.params?.mode !== 'shared';
  return nodeProblem(entry.id, {
    code: 'examples-shared',
    message: t`The examples of ${client.title}, a client of a federated server, must be its own, but ${entry.title} gives ${copies ? t`each part` : t`the same`} to several fish: divide them.`,
    fix:
      entry.node.kind === 'dataset'
        ? {
            kind: 'add-node',
            nodeKind: 'shard',
            linkFrom: [{ node: entry.id, port: 'examples', toPort: 'examples' }],
            linkTo: readers.map(({ id }) => ({ node: id, port: 'examples', fromPort: 'examples' })),
            label: t`Divide them with a shard`,
          }
        : copies
          ? {
              kind: 'set-param',
              nodeId: entry.id,
              param: 'replicas',
              value: 1,
              label: t`One copy of each part`,
            }
          : { kind: 'set-param', nodeId: entry.id, param: 'mode', value: 'iid', label: t`Divide at random` },
  });
}

function twoWays(first: Source, other: Source, client: NodeEntry): Diagnostic {
  const [only, ...more] = other.readers;
  const target = first.entry.node.kind === 'shard' ? first.entry : null;
  const fix: Fix | undefined =
    only === undefined || more.length > 0 || target === null
      ? undefined
      : {
          kind: 'add-link',
          from: { node: target.id, port: 'examples' },
          to: { node: only.id, port: 'examples' },
          label: t`Let ${only.title} read from ${target.title}`,
        };
  return nodeProblem(other.entry.id, {
    code: 'examples-shared',
    message: t`The examples of ${client.title}, a client of a federated server, must be its own, but ${first.entry.title} and ${other.entry.title} both give out the same data: let all fish read from one shard.`,
    fix,
  });
}
