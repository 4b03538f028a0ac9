import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { commonGroup, groupChain } from '#engine/document/groups.ts';
import { currentTab, select } from '../../documents/store.ts';
import { viewOf } from '../../documents/view.ts';
import { zoomTo } from '../canvasStore.ts';
import { enterGroup, leaveGroup } from './enterGroup.ts';

/** Goes to the group in which all of these can be seen: stays where they can, else goes in or out as far as needed. */
function goWhere(nodes: readonly NodeId[]): void {
  const tab = currentTab();
  if (tab === null) return;
  const { document, inside } = tab;
  const found = nodes.flatMap((id) => document.nodes[id] ?? []);
  if (found.every(({ group }) => viewOf(document, inside).shown(group) === 'itself')) return;
  const common = commonGroup(
    document,
    found.map(({ group }) => group),
  );
  // The outermost place that shows them, so that as much as can be is seen with them.
  const candidates = [null, ...groupChain(document, common).toReversed()];
  const target =
    candidates.find((group) =>
      found.every((node) => viewOf(document, group).shown(node.group) === 'itself'),
    ) ?? common;
  if (target === inside) return;
  if (target === null || groupChain(document, inside).includes(target)) leaveGroup(target);
  else enterGroup(target);
}

/** Selects a node and brings it into view, whatever group it is in. */
export function showNode(id: NodeId): void {
  goWhere([id]);
  select({ nodes: [id] });
  requestAnimationFrame(() => zoomTo([id]));
}

/** The same for a link, by both of its ends. */
export function showLink(id: LinkId): void {
  const link = currentTab()?.document.links[id];
  if (link === undefined) return;
  goWhere([link.from.node, link.to.node]);
  select({ links: [id] });
  requestAnimationFrame(() => zoomTo([link.from.node, link.to.node]));
}
