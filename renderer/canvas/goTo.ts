import type { NodeId } from '#engine/core/brand.ts';
import { groupBox } from '../documents/groupPlace.ts';
import { currentTab, select } from '../documents/store.ts';
import { viewOf } from '../documents/view.ts';
import { boxesOf } from './alignSelection.ts';
import type { Direction } from './direction.ts';
import { commentFlowId, flowIdsOf, groupFlowId, selectionOf } from './flowIds.ts';
import { focusNode } from './focusItem.ts';
import { neighbour, readingOrder } from './neighbour.ts';

interface Centre {
  /** Of the canvas library. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** Nodes, collapsed groups and comments by their middles; frames by their titles. */
function centres(): readonly Centre[] {
  const tab = currentTab();
  if (tab === null) return [];
  const { nodes, cards, comments, frames } = viewOf(tab.document, tab.inside);
  const boxes = [
    ...boxesOf(nodes),
    ...cards.map((id) => ({ id: groupFlowId(id), ...groupBox(tab.document, id) })),
    ...comments.flatMap((id) => {
      const comment = tab.document.comments[id];
      return comment === undefined ? [] : [{ id: commentFlowId(id), ...comment.position, ...comment.size }];
    }),
    ...frames.flatMap((id) => {
      const at = tab.document.groups[id]?.position;
      return at === undefined ? [] : [{ id: groupFlowId(id), ...at, width: 200, height: 0 }];
    }),
  ];
  return boxes.map(({ id, x, y, width, height }) => ({ id, x: x + width / 2, y: y + height / 2 }));
}

/** What the keyboard is at, by the canvas's id: what has the focus, else what was selected last. */
function thingAtKeyboard(): string | null {
  const tab = currentTab();
  if (tab === null) return null;
  const focused = document.activeElement?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  return focused ?? [...flowIdsOf(tab.selection)].at(-1) ?? nodeAtKeyboard();
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
  const here = all.find(({ id }) => id === thingAtKeyboard());
  const next = here === undefined ? readingOrder(all)[0] : neighbour(here, all, direction);
  if (next === undefined || next === null) return;
  goToThing(next.id, keep);
}

/** Selects the next node in the order of reading, round at the end. */
export function goInOrder(step: 1 | -1): void {
  const order = readingOrder(centres());
  if (order.length === 0) return;
  const here = order.findIndex(({ id }) => id === thingAtKeyboard());
  const at = here < 0 ? (step === 1 ? 0 : order.length - 1) : (here + step + order.length) % order.length;
  const next = order[at];
  if (next !== undefined) goToThing(next.id, 'alone');
}

function goToThing(flowId: string, keep: 'alone' | 'also'): void {
  const tab = currentTab();
  const chosen = keep === 'also' && tab !== null ? [...flowIdsOf(tab.selection)] : [];
  select(selectionOf([...chosen.filter((one) => one !== flowId), flowId]));
  focusNode(flowId);
}
