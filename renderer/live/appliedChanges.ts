import { create } from 'zustand';
import type { RunId } from '#engine/core/brand.ts';
import { commandRun } from './fishActions.ts';
import type { Asked, LiveChange } from './liveChanges.ts';

/** Edits that were handed to each running swarm from its document. */
export const useApplied = create<{ readonly asked: Readonly<Record<RunId, Asked>> }>()(() => ({ asked: {} }));

const note = (runId: RunId, change: (asked: Asked) => Asked): void =>
  useApplied.setState(({ asked }) => ({ asked: { ...asked, [runId]: change(asked[runId] ?? {}) } }));

/** Hands edits to a running swarm; what it refuses is said by a notice, and offered again. */
export async function applyChanges(runId: RunId, changes: readonly LiveChange[]): Promise<void> {
  for (const { key, target, commands } of changes) {
    note(runId, (asked) => ({ ...asked, [key]: target }));
    const results = await Promise.all(commands.map((command) => commandRun(runId, command)));
    if (results.every((taken) => taken)) continue;
    note(runId, ({ [key]: _refused, ...others }) => others);
  }
}
