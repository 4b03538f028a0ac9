import type { LinkId, NodeId } from '../core/brand.ts';
import type { Task } from '../data/types.ts';
import type { SwarmDocument, SwarmLink, SwarmNode } from './schema.ts';

/** The nodes of a document with their branded ids, in the order they are kept. */
export function nodesOf(document: Pick<SwarmDocument, 'nodes'>): readonly (readonly [NodeId, SwarmNode])[] {
  // the record's keys are NodeIds; Object.entries forgets the brand
  return Object.entries(document.nodes) as [NodeId, SwarmNode][];
}

/** The links of a document with their branded ids, in the order they are kept. */
export function linksOf(document: Pick<SwarmDocument, 'links'>): readonly (readonly [LinkId, SwarmLink])[] {
  return Object.entries(document.links) as [LinkId, SwarmLink][]; // as above
}

/** How many fish a fish node stands for: its `count`, or 1 where that is not a whole number. */
export function fishCount(node: SwarmNode): number {
  const count = node.params.count;
  return typeof count === 'number' && Number.isInteger(count) && count >= 1 ? count : 1;
}

/** How many fish a document has, as it is: those that join while it runs are not counted. */
export const fishIn = ({ nodes }: Pick<SwarmDocument, 'nodes'>): number =>
  Object.values(nodes).reduce((sum, node) => sum + (node.kind === 'fish' ? fishCount(node) : 0), 0);

interface Links {
  readonly document: SwarmDocument;
  readonly incoming: readonly { readonly link: SwarmLink }[];
  readonly outgoing: readonly { readonly link: SwarmLink }[];
}

/** How many fish read examples straight from a dataset or shard with these links. */
export function fishReading({ document, outgoing }: Pick<Links, 'document' | 'outgoing'>): number {
  let total = 0;
  for (const reader of new Set(outgoing.map(({ link }) => link.to.node))) {
    const node = document.nodes[reader];
    if (node?.kind === 'fish') total += fishCount(node);
  }
  return total;
}

/** How many voices reach the prediction port of a node with these links: each fish of a school, and each aggregator, is one. */
export function voicesHeard({ document, incoming }: Pick<Links, 'document' | 'incoming'>): number {
  let total = 0;
  for (const { link } of incoming) {
    if (link.to.port !== 'prediction') continue;
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
