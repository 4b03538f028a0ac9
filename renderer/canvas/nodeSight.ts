import { createContext, type RefObject, useContext, useEffect, useState } from 'react';
import { useShownRun } from '../documents/useShown.ts';
import type { LiveRun } from '../live/liveRun.ts';
import { tickNow, useRunWhile } from '../live/useRunSlowly.ts';

/** Whether any part of a node is in view. Written by the observer below; nothing renders when it changes. */
interface Sight {
  seen: boolean;
}

/** The sight of the node that a component stands in. */
export const NodeSight = createContext<Sight>({ seen: true });

const sights = new WeakMap<Element, Sight>();
let far = false;

const observer = new IntersectionObserver((entries) => {
  let came = false;
  for (const { target, isIntersecting } of entries) {
    const sight = sights.get(target);
    if (sight === undefined) continue;
    came ||= isIntersecting && !sight.seen;
    sight.seen = isIntersecting;
    target.toggleAttribute('data-unseen', !isIntersecting);
  }
  if (came && !far) tickNow();
});

/** From so far away that the insides of nodes are hidden, none of them needs to follow a run. */
export function setFar(isFar: boolean): void {
  const cameNear = far && !isFar;
  far = isFar;
  if (cameNear) tickNow();
}

/** Watches whether the node drawn as `element` is in view, for `NodeSight`. */
export function useNodeSight(element: RefObject<Element | null>): Sight {
  const [sight] = useState<Sight>(() => ({ seen: true }));
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    sights.set(target, sight);
    observer.observe(target);
    return () => observer.unobserve(target);
  }, [element, sight]);
  return sight;
}

/**
 * One thing of the shown run for what stands on a node: about three times a second, and only while the node can be seen
 * and read, so that a run costs a canvas of hundreds of nodes no more than what is looked at.
 */
export function useNodeRun<T>(selector: (run: LiveRun) => T): T | undefined {
  const sight = useContext(NodeSight);
  return useRunWhile(useShownRun(), () => sight.seen && !far, selector);
}
