import { useEffect, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { parseDocument } from '#engine/document/parse.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { engine } from '../engine/client.ts';

const known = new Map<RunId, SwarmDocument>();

/** The document as a run began with it; null while it is not known. */
export function useRunDocument(runId: RunId | null): SwarmDocument | null {
  const [, setRead] = useState<RunId | null>(null);
  useEffect(() => {
    if (runId === null || known.has(runId)) return;
    engine.request('runs.get', { runId }).then(
      ({ document }) => {
        const parsed = parseDocument(document);
        if (!parsed.ok) return;
        known.set(runId, parsed.document);
        setRead(runId);
      },
      () => undefined, // without it nothing is offered
    );
  }, [runId]);
  return runId === null ? null : (known.get(runId) ?? null);
}
