import type { NodeId } from '#engine/core/brand.ts';
import { currentTab, nothingSelected, select } from '../documents/store.ts';
import { useCanvas } from './canvasStore.ts';
import type { Direction } from './direction.ts';
import { flowIdsOf, selectionOf } from './flowIds.ts';
import { focusThing } from './focusItem.ts';
import { neighbour, readingOrder } from './neighbour.ts';

/** Something on the canvas, by its id there, and where a key finds it. */
interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** Nodes, groups and comments that are shown: by their middle, frames and comments by their title. */
function spots(): readonly Spot[] {
  const nodes = useCanvas.getState().flow?.getNodes() ?? [];
  return nodes.flatMap(({ id, type, position, measured }) => {
    if (type === 'boundary') return [];
    const { width = 196, height = 110 } = measured ?? {};
    const isTitled = type === 'frame' || type === 'comment';
    return [{ id, x: position.x + (isTitled ? 60 : width / 2), y: position.y + (isTitled ? 8 : height / 2) }];
  });
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

/** What the keyboard is at, by its id on the canvas: what has the focus, else what was selected last. */
function thingAtKeyboard(): string | null {
  const focused = document.activeElement?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  const selected = [...flowIdsOf(currentTab()?.selection ?? nothingSelected)].at(-1);
  return focused ?? selected ?? nodeAtKeyboard();
}

/** Selects the node, group or comment that lies that way, or the first one; with `keep` as well as what is selected. */
export function goTowards(direction: Direction, keep: 'alone' | 'also'): void {
  const all = spots();
  const at = thingAtKeyboard();
  const here = all.find(({ id }) => id === at);
  const next = here === undefined ? readingOrder(all)[0] : neighbour(here, all, direction);
  if (next === undefined || next === null) return;
  goToThing(next.id, keep);
}

/** Selects the next of them in the order of reading, round at the end. */
export function goInOrder(step: 1 | -1): void {
  const order = readingOrder(spots());
  const now = thingAtKeyboard();
  if (order.length === 0) return;
  const here = order.findIndex(({ id }) => id === now);
  const at = here < 0 ? (step === 1 ? 0 : order.length - 1) : (here + step + order.length) % order.length;
  const next = order[at];
  if (next !== undefined) goToThing(next.id, 'alone');
}

function goToThing(id: string, keep: 'alone' | 'also'): void {
  const chosen = keep === 'also' ? flowIdsOf(currentTab()?.selection ?? nothingSelected) : [];
  select(selectionOf([...[...chosen].filter((one) => one !== id), id]));
  focusThing(id);
}
