import { linksOf } from '#engine/document/graph.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { groupBox } from '../documents/groupPlace.ts';
import type { View } from '../documents/view.ts';
import { type PortEnd, portKey } from './canvasStore.ts';
import { nodeSize } from './nodeSizes.ts';

interface Mark {
  /** The port outside. */
  readonly end: PortEnd;
  readonly position: { readonly x: number; readonly y: number };
}

export const MARK = { width: 176, height: 26 } as const;
const GAP = 90;
const STEP = MARK.height + 10;

/**
 * The ports outside the group shown that links from or to within end at: what comes in on the left of all that is shown,
 * what goes out on the right, each as near as there is room to the height of what it is linked to.
 */
export function boundaryMarks(document: SwarmDocument, view: View): Mark[] {
  const { inside } = view;
  if (inside === null) return [];
  const partners = new Map<string, { readonly end: PortEnd; readonly heights: number[] }>();
  const heightOf = (node: PortEnd['node']): number => {
    const found = document.nodes[node];
    const shown = found === undefined ? 'outside' : view.shown(found.group);
    if (found === undefined || shown === 'outside') return 0;
    const { y } = shown === 'itself' ? found.position : groupBox(document, shown.card);
    return y + 30;
  };
  for (const [, link] of linksOf(document)) {
    const from = document.nodes[link.from.node];
    const to = document.nodes[link.to.node];
    if (from === undefined || to === undefined) continue;
    const fromOutside = view.shown(from.group) === 'outside';
    if (fromOutside === (view.shown(to.group) === 'outside')) continue;
    const end: PortEnd = fromOutside ? { ...link.from, direction: 'out' } : { ...link.to, direction: 'in' };
    const partner = partners.get(portKey(end)) ?? { end, heights: [] };
    partner.heights.push(heightOf(fromOutside ? link.to.node : link.from.node));
    partners.set(portKey(end), partner);
  }
  const boxes = [
    ...view.nodes.map((id) => ({ x: document.nodes[id]?.position.x ?? 0, ...nodeSize(id) })),
    ...[...view.cards, ...view.frames].map((id) => groupBox(document, id)),
  ];
  if (boxes.length === 0) return [];
  const left = Math.min(...boxes.map(({ x }) => x)) - GAP - MARK.width;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + GAP;
  const all = [...partners.values()].map(({ end, heights }) => ({
    end,
    height: heights.reduce((sum, height) => sum + height, 0) / heights.length,
  }));
  return (['out', 'in'] as const).flatMap((direction) => {
    let next = Number.NEGATIVE_INFINITY;
    return all
      .filter(({ end }) => end.direction === direction)
      .toSorted((a, b) => a.height - b.height || (portKey(a.end) < portKey(b.end) ? -1 : 1))
      .map(({ end, height }) => {
        const y = Math.round(Math.max(height - MARK.height / 2, next));
        next = y + STEP;
        return { end, position: { x: Math.round(direction === 'out' ? left : right), y } };
      });
  });
}
