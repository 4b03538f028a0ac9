import type { NodeId } from '#engine/core/brand.ts';
import { currentTab, select } from '../documents/store.ts';
import { viewOf } from '../documents/view.ts';
import { boxesOf } from './alignSelection.ts';
import type { Direction } from './direction.ts';
import { focusNode } from './focusItem.ts';
import { neighbour, readingOrder } from './neighbour.ts';

interface Centre {
  readonly id: NodeId;
  readonly x: number;
  readonly y: number;
}

function centres(): readonly Centre[] {
  const tab = currentTab();
  if (tab === null) return [];
  return boxesOf(viewOf(tab.document, tab.inside).nodes).map(({ id, x, y, width, height }) => ({
    id,
    x: x + width / 2,
    y: y + height / 2,
  }));
}

/** The node the keyboard is at: the one with the focus, else the last one selected. */
export function nodeAtKeyboard(): NodeId | null {
  const tab = currentTab();
  if (tab === null) return null;
  const focused = document.activeElement?.closest<HTMLElement>('.react-flow__node')?.dataset.id as
    | NodeId
    | undefined; // flow ids of swarm nodes are node ids
  if (focused !== undefined && tab.document.nodes[focused] !== undefined) return focused;
  const link = tab.document.links[tab.selection.links.at(-1)!]; // undefined where no link is selected
  return tab.selection.nodes.at(-1) ?? link?.from.node ?? null;
}

/** Selects the node that lies that way, or the first one; with `keep` as well as what is selected. */
export function goTowards(direction: Direction, keep: 'alone' | 'also'): void {
  const all = centres();
  const here = all.find(({ id }) => id === nodeAtKeyboard());
  const next = here === undefined ? readingOrder(all)[0] : neighbour(here, all, direction);
  if (next === undefined || next === null) return;
  goToNode(next.id, keep);
}

/** Selects the next node in the order of reading, round at the end. */
export function goInOrder(step: 1 | -1): void {
  const order = readingOrder(centres());
  if (order.length === 0) return;
  const here = order.findIndex(({ id }) => id === nodeAtKeyboard());
  const at = here < 0 ? (step === 1 ? 0 : order.length - 1) : (here + step + order.length) % order.length;
  const next = order[at];
  if (next !== undefined) goToNode(next.id, 'alone');
}

export function goToNode(id: NodeId, keep: 'alone' | 'also' = 'alone'): void {
  const chosen = keep === 'also' ? (currentTab()?.selection.nodes ?? []) : [];
  select({ nodes: [...chosen.filter((one) => one !== id), id] });
  focusNode(id);
}
