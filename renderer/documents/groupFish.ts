import type { GroupId } from '#engine/core/brand.ts';
import { fishCount, nodesOf } from '#engine/document/graph.ts';
import { groupChain } from '#engine/document/groups.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { rememberLast } from '../ui/rememberLast.ts';

const count = rememberLast((nodes: SwarmDocument['nodes'], groups: SwarmDocument['groups']) => {
  const fish = new Map<GroupId, number>();
  for (const [, node] of nodesOf({ nodes })) {
    if (node.kind !== 'fish') continue;
    for (const group of groupChain({ groups }, node.group))
      fish.set(group, (fish.get(group) ?? 0) + fishCount(node));
  }
  return fish;
});

/** How many fish are in each group, and in the groups within it; counted once for each state of the document. */
export const groupFish = ({ nodes, groups }: SwarmDocument): ReadonlyMap<GroupId, number> =>
  count(nodes, groups);
