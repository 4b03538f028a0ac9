import type { GroupId } from '#engine/core/brand.ts';
import { isWithin } from '#engine/document/groups.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import type { Diagnostic } from '#engine/validate/diagnostic.ts';
import type { Problems } from '../../problems/problems.ts';

/** The problems of nodes in a group and of links within it; those of links across its border show at the links. */
export function problemsWithin(
  document: SwarmDocument,
  { all }: Pick<Problems, 'all'>,
  group: GroupId,
): Diagnostic[] {
  const isInside = (node: keyof SwarmDocument['nodes'] | undefined): boolean => {
    const found = node === undefined ? undefined : document.nodes[node];
    return found !== undefined && isWithin(document, found.group, group);
  };
  return all.filter(({ nodeId, linkId }) => {
    if (nodeId !== undefined) return isInside(nodeId);
    const link = linkId === undefined ? undefined : document.links[linkId];
    return link !== undefined && isInside(link.from.node) && isInside(link.to.node);
  });
}
