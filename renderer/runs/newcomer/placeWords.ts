import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { linksOf } from '#engine/document/graph.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { nodeTitle, portsOf } from '../../canvas/ports.ts';

/** With whom a fish exchanges something that stands where the fish of a node stand, in a sentence or two. */
export function placeWords(document: SwarmDocument, node: string): string {
  const hears = new Set<string>();
  const heardBy = new Set<string>();
  const steeredBy = new Set<string>();
  for (const [, { from, to }] of linksOf(document)) {
    const type = portsOf(document, from.node).find(
      ({ id, direction }) => direction === 'out' && id === from.port,
    )?.type;
    const [source, target] = [document.nodes[from.node], document.nodes[to.node]];
    if (type === undefined || type === 'examples' || source === undefined || target === undefined) continue;
    if (to.node === node && type === 'control') steeredBy.add(nodeTitle(source));
    else if (to.node === node) hears.add(nodeTitle(source));
    if (from.node === node) heardBy.add(nodeTitle(target));
  }
  const sentences = [
    ...(hears.size === 0 ? [] : [t`It hears ${[...hears].join(', ')}.`]),
    ...(heardBy.size === 0 ? [] : [t`It is heard by ${[...heardBy].join(', ')}.`]),
    ...(steeredBy.size === 0 ? [] : [t`It is steered by ${[...steeredBy].join(', ')}.`]),
  ];
  return sentences.length === 0 ? t`Nobody is linked with it there.` : sentences.join(' ');
}

/** The node from which the fish of a node have their examples; null where none is linked. */
export function examplesOf(document: SwarmDocument, node: string): NodeId | null {
  const found = linksOf(document).find(([, { to }]) => to.node === node && to.port === 'examples');
  return found?.[1].from.node ?? null;
}
