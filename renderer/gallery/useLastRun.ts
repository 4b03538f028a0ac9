import { useEffect, useState } from 'react';
import { type RunListing, runQuerySchema } from '#engine/protocol/api/runs.ts';
import { engine } from '../engine/client.ts';

/** The newest finished run of a swarm of this name on this machine; null where there is none. */
export function useLastRun(name: string): RunListing | null {
  const [run, setRun] = useState<RunListing | null>(null);
  useEffect(() => {
    let gone = false;
    setRun(null);
    engine.request('runs.query', runQuerySchema.parse({ name, states: ['finished'], limit: 1 })).then(
      ({ runs: [first] }) => !gone && setRun(first ?? null),
      () => undefined, // without an engine there is none to tell of
    );
    return () => {
      gone = true;
    };
  }, [name]);
  return run;
}
