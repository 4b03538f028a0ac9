import { useEffect, useRef, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { toShuuraiError } from '#engine/core/errors.ts';
import { counted, t } from '#engine/core/text.ts';
import { useDocuments } from '../../documents/store.ts';
import { engine } from '../../engine/client.ts';
import { forgetRun } from '../../live/runStore.ts';
import { formatScaled } from '../../ui/format.ts';
import { notify } from '../../ui/notices.ts';
import { choose } from './historyStore.ts';

/** Deletes runs after a question; says which could not be deleted and why. */
export function DeleteRuns({ ids, bytes }: { readonly ids: readonly string[]; readonly bytes: number }) {
  const [step, setStep] = useState<'idle' | 'asking' | 'deleting'>('idle');
  const keep = useRef<HTMLButtonElement>(null);
  // The harmless answer is the one Enter gives.
  useEffect(() => {
    if (step !== 'asking') return;
    keep.current?.focus();
    keep.current?.closest('.history-question')?.scrollIntoView({ block: 'nearest' });
  }, [step]);
  const remove = async (): Promise<void> => {
    setStep('deleting');
    const kept: string[] = [];
    for (const id of ids) {
      try {
        await engine.request('runs.delete', { runId: id });
        forget(id as RunId); // came from the engine's own list
      } catch (thrown) {
        kept.push(id);
        notify(toShuuraiError(thrown).message, 'bad');
      }
    }
    choose(kept);
    setStep('idle');
  };
  if (step === 'idle')
    return (
      <button type="button" className="btn quiet danger small" onClick={() => setStep('asking')}>
        {t`Delete…`}
      </button>
    );
  return (
    <div className="history-question" role="alertdialog" aria-label={t`Delete runs`}>
      <p>
        {counted(
          ids.length,
          'Delete this run with its checkpoints and metrics? This cannot be undone.',
          'Delete {0} runs with their checkpoints and metrics? This cannot be undone.',
        )}{' '}
        {bytes > 0 && t`It frees ${formatScaled(bytes, 'B')}.`}
      </p>
      <button
        type="button"
        className="btn danger small"
        disabled={step === 'deleting'}
        onClick={() => void remove()}
      >
        {step === 'deleting' ? t`Deleting…` : t`Delete for good`}
      </button>
      <button type="button" className="btn quiet small" ref={keep} onClick={() => setStep('idle')}>
        {t`Keep`}
      </button>
    </div>
  );
}

/** Tabs that showed it show their document alone. */
function forget(id: RunId): void {
  useDocuments.setState(({ tabs }) => ({
    tabs: tabs.map((tab) => (tab.runId === id ? { ...tab, runId: null } : tab)),
  }));
  forgetRun(id);
}
