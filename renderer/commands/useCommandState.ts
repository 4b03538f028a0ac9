import { useCallback, useSyncExternalStore } from 'react';
import { useDocuments } from '../documents/store.ts';
import { useConnection } from '../engine/client.ts';
import { useRunControl } from '../live/runControl.ts';
import { useRuns } from '../live/runStore.ts';
import type { Command } from './command.ts';

const STORES = [useDocuments, useRuns, useRunControl, useConnection];

function subscribe(listener: () => void): () => void {
  const stops = STORES.map((store) => store.subscribe(listener));
  return () => {
    for (const stop of stops) stop();
  };
}

interface CommandState {
  readonly title: string;
  /** Why it cannot run, or null. */
  readonly blocked: string | null;
}

/** Title and availability of a command, kept up to date; renders again only when one of them changes. */
export function useCommandState(command: Command): CommandState {
  const read = useCallback(
    () => JSON.stringify([command.title?.() ?? command.label, command.blocked()]),
    [command],
  );
  const [title, blocked] = JSON.parse(useSyncExternalStore(subscribe, read)) as [string, string | null]; // from `read`
  return { title, blocked };
}
