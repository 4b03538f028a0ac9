import { useEffect } from 'react';
import { DialogHost } from './dialogs/DialogHost.tsx';
import { useDocuments } from './documents/store.ts';
import { Workspace } from './layout/Workspace.tsx';
import { followRun } from './live/followRun.ts';
import { RunsPanel } from './runs/RunsPanel.tsx';

/** Follows the run of the shown tab; the others catch up when they are shown. */
function useFollowActiveRun(): void {
  const runId = useDocuments((state) => state.tabs.find((tab) => tab.id === state.activeId)?.runId ?? null);
  useEffect(() => (runId === null ? undefined : followRun(runId)), [runId]);
}

export function App() {
  useFollowActiveRun();
  return (
    <>
      <Workspace header={<header />} palette={null} canvas={null} inspector={null} runs={<RunsPanel />} />
      <DialogHost />
    </>
  );
}
