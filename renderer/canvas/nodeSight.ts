import { useStoreApi } from '@xyflow/react';
import { createContext, type RefObject, useContext, useEffect, useState } from 'react';
import { useShownRun } from '../documents/useShown.ts';
import type { LiveRun } from '../live/liveRun.ts';
import { tickNow, useRunWhile } from '../live/useRunSlowly.ts';
import { type Box, isNear, isSeen, linkBox, type Viewed } from './sightLines.ts';

/** Whether any part of a node is in view. */
interface Sight {
  seen: boolean;
}

interface WatchedNode {
  readonly element: Element;
  readonly sight: Sight;
  /** Has the insides of the node drawn; null once they are. */
  draw: (() => void) | null;
}

interface WatchedLink {
  readonly element: Element;
  readonly source: string;
  readonly target: string;
}

/** The sight of the node that a component stands in. */
export const NodeSight = createContext<Sight>({ seen: true });

/** Nodes and links of the canvas, by the ids of the canvas library. */
const nodes = new Map<string, WatchedNode>();
const links = new Map<string, WatchedLink>();

/** The nodes of a canvas of so many are drawn with their insides at once, before it is known where they stand. */
const DRAWN_AT_ONCE = 60;
/** So many more in one frame. */
const DRAWN_A_FRAME = 8;
/** Milliseconds between two looks while the view moves. */
const PAUSE_MS = 60;

let far = false;
let view: () => Viewed | null = () => null;
let timer: ReturnType<typeof setTimeout> | null = null;
let stale = false;
const toDraw: (() => void)[] = [];
let frame: number | null = null;

const show = (element: Element, isHidden: boolean): void => {
  if (element.hasAttribute('data-unseen') !== isHidden) element.toggleAttribute('data-unseen', isHidden);
};

/**
 * Looks which nodes and links are in view: hides the others' insides, which the browser then need not sort for painting, and has
 * the insides of nodes drawn that come near it for the first time.
 */
function look(): void {
  stale = false;
  const seenFrom = view();
  if (seenFrom === null) return;
  const boxes = new Map<string, Box>();
  let came = false;
  for (const [id, node] of nodes) {
    const box = seenFrom.boxOf(id);
    if (box === null) continue;
    boxes.set(id, box);
    const seen = isSeen(seenFrom.pane, box);
    const near = isNear(seenFrom.pane, box);
    came ||= seen && !node.sight.seen;
    node.sight.seen = seen;
    show(node.element, !near);
    if (near && !far && node.draw !== null) {
      // Those in view first.
      if (seen) toDraw.unshift(node.draw);
      else toDraw.push(node.draw);
      node.draw = null;
    }
  }
  for (const { element, source, target } of links.values()) {
    const from = boxes.get(source) ?? seenFrom.boxOf(source);
    const to = boxes.get(target) ?? seenFrom.boxOf(target);
    if (from !== null && to !== null) show(element, !isNear(seenFrom.pane, linkBox(from, to)));
  }
  if (toDraw.length > 0 && frame === null) frame = requestAnimationFrame(drawSome);
  if (came && !far) tickNow();
}

/** A few in each frame: all at once would hold the view, and in a transition they would wait as long as a run streams. */
function drawSome(): void {
  for (const draw of toDraw.splice(0, DRAWN_A_FRAME)) draw();
  frame = toDraw.length > 0 ? requestAnimationFrame(drawSome) : null;
}

/** Looks again soon: at once after a rest, and then no more often than needed. */
export function lookSoon(): void {
  stale = true;
  if (timer !== null) return;
  look();
  timer = setTimeout(() => {
    timer = null;
    if (stale) lookSoon();
  }, PAUSE_MS);
}

/** What is looked at from now on; null: no canvas is there. */
export function setView(given: (() => Viewed | null) | null): void {
  view = given ?? (() => null);
  if (given !== null) lookSoon();
}

/** From so far away that the insides of nodes are hidden, none of them needs to be drawn or to follow a run. */
export function setFar(isFar: boolean): void {
  const cameNear = far && !isFar;
  far = isFar;
  if (!cameNear) return;
  lookSoon();
  tickNow();
}

/** Watches the node drawn as `element`: its sight for `NodeSight`, and whether its insides are to be drawn yet. */
export function useNodeSight(
  id: string,
  element: RefObject<Element | null>,
): { readonly sight: Sight; readonly drawn: boolean } {
  const [sight] = useState<Sight>(() => ({ seen: true }));
  const library = useStoreApi();
  const [drawn, setDrawn] = useState(() => library.getState().nodes.length <= DRAWN_AT_ONCE);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const watched: WatchedNode = { element: target, sight, draw: () => setDrawn(true) };
    nodes.set(id, watched);
    lookSoon();
    return () => {
      if (nodes.get(id) === watched) nodes.delete(id);
    };
  }, [id, element, sight]);
  return { sight, drawn };
}

/** Watches the link drawn within `element`. */
export function useLinkSight(
  id: string,
  source: string,
  target: string,
  element: RefObject<Element | null>,
): void {
  useEffect(() => {
    // The library draws every link in a picture of its own.
    const picture = element.current?.closest('svg');
    if (picture === null || picture === undefined) return;
    const watched: WatchedLink = { element: picture, source, target };
    links.set(id, watched);
    return () => {
      if (links.get(id) === watched) links.delete(id);
    };
  }, [id, source, target, element]);
}

/**
 * One thing of the shown run for what stands on a node: about three times a second, and only while the node can be seen
 * and read, so that a run costs a canvas of a thousand nodes no more than what is looked at.
 */
export function useNodeRun<T>(selector: (run: LiveRun) => T): T | undefined {
  const sight = useContext(NodeSight);
  const isOn = (): boolean => {
    if (stale) look();
    return sight.seen && !far;
  };
  return useRunWhile(useShownRun(), isOn, selector);
}
