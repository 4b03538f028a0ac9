import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { linksOf } from '#engine/document/graph.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';

/** The link of a node that comes after `current`, those that come in before those that go out, round at the end. */
export function nextLinkOf(document: SwarmDocument, node: NodeId, current: LinkId | null): LinkId | null {
  const own = [
    ...linksOf(document).filter(([, { to }]) => to.node === node),
    ...linksOf(document).filter(([, { from }]) => from.node === node),
  ].map(([id]) => id);
  const at = current === null ? -1 : own.indexOf(current);
  return own[(at + 1) % own.length] ?? null;
}
