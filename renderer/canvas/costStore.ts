import { useEffect, useState } from 'react';
import { create } from 'zustand';
import { nodesWithin } from '#engine/document/groups.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { serialize } from '#engine/document/serialize.ts';
import type { Cost } from '#engine/protocol/events.ts';
import { activeTab, useActiveDocument, useDocuments } from '../documents/store.ts';
import { engine, useConnection } from '../engine/client.ts';
import { meansTheSame } from '../problems/meansTheSame.ts';
import { problemsOf } from '../problems/problems.ts';

const WAIT_MS = 400;

/** What a run of the active document would cost, or of the group that is shown alone; null while it is not known (unfinished swarm, engine away). */
export const useCost = create<{ readonly cost: Cost | null }>()(() => ({ cost: null }));

/** The document, but the same one while things only move: that costs nothing. */
function useMeaning(document: SwarmDocument | null): SwarmDocument | null {
  const [meaning, setMeaning] = useState(document);
  if (meaning === document) return document;
  if (meaning !== null && document !== null && meansTheSame(meaning, document)) return meaning;
  setMeaning(document);
  return document;
}

/** Keeps the cost up to date; mounted once. */
export function useWatchCost(): void {
  const document = useMeaning(useActiveDocument());
  const inside = useDocuments((state) => activeTab(state)?.inside ?? null);
  const generation = useConnection((state) => state.generation);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new connection must be asked again
  useEffect(() => {
    if (document === null || problemsOf(document).firstError !== null) {
      useCost.setState({ cost: null });
      return;
    }
    let current = true;
    const timer = setTimeout(() => {
      const nodes = inside === null ? {} : { nodes: nodesWithin(document, inside) };
      engine.request('document.estimate', { document: serialize(document), ...nodes }).then(
        (cost) => current && useCost.setState({ cost }),
        () => current && useCost.setState({ cost: null }), // the strip says –; the reason shows where it matters
      );
    }, WAIT_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [document, inside, generation]);
}
