import { useEffect, useState } from 'react';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { serialize } from '#engine/document/serialize.ts';
import type { Cost } from '#engine/protocol/events.ts';
import { engine } from '../engine/client.ts';

const known = new Map<SwarmDocument, Cost>();
/** Milliseconds a template is looked at before its cost is asked for. */
const LOOK = 120;

/** What a run of a template costs on this machine; null where the engine cannot say it. */
export function useEstimate(document: SwarmDocument): Cost | 'pending' | null {
  const [answered, setAnswered] = useState<SwarmDocument | null>(null);
  useEffect(() => {
    if (known.has(document)) return;
    const timer = setTimeout(() => {
      engine.request('document.estimate', { document: serialize(document) }).then(
        (cost) => {
          known.set(document, cost);
          setAnswered(document);
        },
        () => setAnswered(document), // it stays unknown
      );
    }, LOOK);
    return () => clearTimeout(timer);
  }, [document]);
  return known.get(document) ?? (answered === document ? null : 'pending');
}
