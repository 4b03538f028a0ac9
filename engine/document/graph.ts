import type { LinkId, NodeId } from '../core/brand.ts';
import type { Task } from '../data/types.ts';
import type { SwarmDocument, SwarmLink, SwarmNode } from './schema.ts';

/** The nodes of a document with their branded ids, in the order they are kept. */
export function nodesOf(document: SwarmDocument): readonly (readonly [NodeId, SwarmNode])[] {
  // the record's keys are NodeIds; Object.entries forgets the brand
  return Object.entries(document.nodes) as [NodeId, SwarmNode][];
}

/** The links of a document with their branded ids, in the order they are kept. */
export function linksOf(document: SwarmDocument): readonly (readonly [LinkId, SwarmLink])[] {
  return Object.entries(document.links) as [LinkId, SwarmLink][]; // as above
}

/** How many fish a fish node stands for: its `count`, or 1 where that is not a whole number. */
export function fishCount(node: SwarmNode): number {
  const count = node.params.count;
  return typeof count === 'number' && Number.isInteger(count) && count >= 1 ? count : 1;
}

/** How many fish read examples straight from this dataset or shard. */
export function fishReading(document: SwarmDocument, source: NodeId): number {
  const readers = new Set<NodeId>();
  for (const [, link] of linksOf(document)) {
    if (link.from.node === source) readers.add(link.to.node);
  }
  let total = 0;
  for (const reader of readers) {
    const node = document.nodes[reader];
    if (node?.kind === 'fish') total += fishCount(node);
  }
  return total;
}

/** How many voices reach a node's prediction port: each fish of a school, and each aggregator, is one. */
export function voicesHeard(document: SwarmDocument, listener: NodeId): number {
  let total = 0;
  for (const [, link] of linksOf(document)) {
    if (link.to.node !== listener || link.to.port !== 'prediction') continue;
    const node = document.nodes[link.from.node];
    if (node !== undefined) total += node.kind === 'fish' ? fishCount(node) : 1;
  }
  return total;
}

/** What the swarm is to do, as its goal says; null without a goal. */
export function goalTask(document: SwarmDocument): Task | null {
  const goal = nodesOf(document).find(([, node]) => node.kind === 'goal')?.[1];
  if (goal === undefined) return null;
  return goal.params.task === 'language-modelling' ? 'language-modelling' : 'classification';
}
