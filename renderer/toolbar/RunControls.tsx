import { t } from '#engine/core/text.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { pauseRun } from '../commands/pauseRun.ts';
import { resumeRun } from '../commands/resumeRun.ts';
import { runSwarm } from '../commands/runSwarm.ts';
import { stopRun } from '../commands/stopRun.ts';
import { activeTab, useDocuments } from '../documents/store.ts';
import { useShownRun } from '../documents/useShown.ts';
import { useRunControl } from '../live/runControl.ts';
import { useRun } from '../live/runStore.ts';
import { QueueButton } from '../runs/queue/QueueButton.tsx';
import { RunStatus } from './RunStatus.tsx';

/** Run, Pause, Resume and Stop, whichever apply, and where the run stands. */
export function RunControls() {
  const runId = useShownRun();
  const state = useRun(runId, (run) => run.state);
  const tabId = useDocuments((documents) => activeTab(documents)?.id ?? null);
  const starting = useRunControl((control) => tabId !== null && control.starting.includes(tabId));
  const pending = useRunControl((control) => (runId === null ? undefined : control.pending[runId]));
  const active = state !== undefined && isActive(state);
  const stopping = state === 'stopping' || (active && pending === 'stop');
  const pausing = state === 'pausing' || (active && pending === 'pause');
  const canGoOn = state === 'stopped' || state === 'interrupted';
  return (
    <div className="run-controls">
      {!active && canGoOn && <CommandButton command={resumeRun} />}
      {!active && (
        <CommandButton command={runSwarm} look="primary" label={starting ? t`Starting…` : t`Run`} />
      )}
      {active &&
        state !== 'queued' &&
        (state === 'paused' && !stopping ? (
          <CommandButton
            command={resumeRun}
            look="primary"
            label={pending === 'resume' ? t`Resuming…` : t`Resume`}
          />
        ) : (
          <CommandButton command={pauseRun} look="primary" label={pausing ? t`Pausing…` : t`Pause`} />
        ))}
      {active && (
        <CommandButton
          command={stopRun}
          label={stopping ? t`Stopping…` : state === 'queued' ? t`Cancel` : t`Stop`}
        />
      )}
      <RunStatus />
      <QueueButton />
    </div>
  );
}
