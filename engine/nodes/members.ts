import type { Member } from '../compile/mechanisms/federated.ts';
import type { PlanBuilder } from '../compile/planBuilder.ts';
import { wireOf } from '../compile/wire.ts';
import type { LinkId, NodeId } from '../core/brand.ts';
import { t } from '../core/text.ts';
import { compareIds } from '../document/order.ts';
import type { SwarmDocument, SwarmLink } from '../document/schema.ts';
import type { Diagnostic } from '../validate/diagnostic.ts';
import { nodeProblem } from '../validate/problems.ts';
import { fishFields } from './fish/fields.ts';
import { fishSchema } from './fish/schema.ts';
import { SHAPE_FIELDS } from './fish/shapeFields.ts';
import type { NodeContext } from './kind.ts';

interface Joined {
  readonly id: LinkId;
  readonly link: SwarmLink;
}

/** Nodes joined to a server or hub by links of either direction for weights (or predictions), with those links. */
export interface Ends {
  readonly nodeId: NodeId;
  readonly up: Joined | null;
  readonly down: Joined | null;
}

export function membersOf(
  { incoming, outgoing }: Pick<NodeContext<unknown>, 'incoming' | 'outgoing'>,
  port: 'weights' | 'prediction' = 'weights',
): Ends[] {
  const ups = incoming.filter(({ link }) => link.to.port === port);
  const downs = outgoing.filter(({ link }) => link.from.port === port);
  const nodes = new Set([...ups.map(({ link }) => link.from.node), ...downs.map(({ link }) => link.to.node)]);
  return [...nodes].toSorted(compareIds).map((nodeId) => ({
    nodeId,
    up: ups.find(({ link }) => link.from.node === nodeId) ?? null,
    down: downs.find(({ link }) => link.to.node === nodeId) ?? null,
  }));
}

/** The fish and servers behind those nodes. */
export function lowerMembers(
  context: Pick<NodeContext<unknown>, 'incoming' | 'outgoing'>,
  plan: PlanBuilder,
  port: 'weights' | 'prediction' = 'weights',
): Member[] {
  return membersOf(context, port).flatMap(({ nodeId, up, down }): Member[] => {
    const above = up ?? down;
    const below = down ?? up;
    if (above === null || below === null) return [];
    const wire = wireOf(above.id, above.link);
    const wires = {
      up: up === null ? { ...wire, compression: 'none' as const } : wire,
      down: wireOf(below.id, below.link),
    };
    const fish = plan.fishOf(nodeId);
    if (fish.length === 0) return [{ kind: 'server', id: nodeId, ...wires }];
    return fish.map((id) => ({ kind: 'fish', id, ...wires }));
  });
}

/** Fish below a node, with those of the servers that are its members. */
function fishBelow(document: SwarmDocument, ids: readonly NodeId[], seen: Set<NodeId>): NodeId[] {
  return ids.flatMap((id) => {
    if (seen.has(id)) return [];
    seen.add(id);
    const kind = document.nodes[id]?.kind;
    if (kind === 'fish') return [id];
    if (kind !== 'federated') return [];
    const links = Object.entries(document.links) as [LinkId, SwarmLink][]; // keys are link ids
    const incoming = links.flatMap(([linkId, link]) => (link.to.node === id ? [{ id: linkId, link }] : []));
    const outgoing = links.flatMap(([linkId, link]) => (link.from.node === id ? [{ id: linkId, link }] : []));
    const below = membersOf({ incoming, outgoing }).map(({ nodeId }) => nodeId);
    return fishBelow(document, below, seen);
  });
}

/** Weights can be averaged only between fish built alike; a node joined to nobody does nothing. */
export function checkMembers(context: NodeContext<unknown>, what: string): Diagnostic[] {
  const { id, document } = context;
  const fish = fishBelow(
    document,
    membersOf(context).map(({ nodeId }) => nodeId),
    new Set([id]),
  );
  const [first, ...others] = fish.flatMap((nodeId) => {
    const node = document.nodes[nodeId];
    const params = fishSchema.safeParse(node?.params);
    return params.success ? [{ title: `"${node?.name ?? nodeId}"`, params: params.data }] : [];
  });
  if (first === undefined) return [];
  for (const other of others) {
    const differs = SHAPE_FIELDS.find((name) => other.params[name] !== first.params[name]);
    if (differs === undefined) continue;
    return [
      nodeProblem(id, {
        code: 'shape-conflict',
        message: t`All ${what} of one node must be built alike, for their weights to have a mean, but ${first.title} and ${other.title} differ in "${fishFields[differs].label}" (${String(first.params[differs])} and ${String(other.params[differs])}).`,
      }),
    ];
  }
  return [];
}
