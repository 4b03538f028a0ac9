import { useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { toShuuraiError } from '#engine/core/errors.ts';
import { counted, t } from '#engine/core/text.ts';
import { serialize } from '#engine/document/serialize.ts';
import { closeDialog } from '../dialogs/dialogs.ts';
import { currentTab, showRun } from '../documents/store.ts';
import { engine } from '../engine/client.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { notify } from '../ui/notices.ts';
import { parseSeeds } from './history/seeds.ts';
import { openRun } from './openRun.ts';
import { showRunsTab } from './runsTab.ts';
import { startSeeds } from './startSeeds.ts';

interface SeedsDialogProps {
  /** The run whose document is run again; null: the document of the active tab. */
  readonly runId: string | null;
  /** The seed it had. */
  readonly seed: number;
}

/** Starts the same swarm with one or several seeds. */
export function SeedsDialog({ runId, seed }: SeedsDialogProps) {
  const [text, setText] = useState(runId === null ? `${seed}-${seed + 4}` : String(seed + 1));
  const seeds = parseSeeds(text);
  const start = async (): Promise<void> => {
    if (seeds === null) return;
    closeDialog();
    try {
      if (runId === null) {
        const tab = currentTab();
        if (tab === null) return;
        const [first] = await startSeeds(serialize(tab.document), seeds);
        if (first !== undefined) showRun(tab.id, first);
        showRunsTab(seeds.length > 1 ? 'runs' : 'learning');
        return;
      }
      const { document } = await engine.request('runs.get', { runId: runId as RunId }); // from the engine's own list
      const [first] = await startSeeds(document, seeds);
      if (first !== undefined) await openRun(first);
    } catch (thrown) {
      notify(toShuuraiError(thrown).message, 'bad');
    }
  };
  return (
    <Dialog
      title={runId === null ? t`Run with several seeds` : t`Run again with another seed`}
      description={t`The seed decides first weights, the order of examples and chance. Several runs tell luck from skill.`}
      size="small"
      footer={
        <>
          <button type="button" className="btn" onClick={closeDialog}>
            {t`Cancel`}
          </button>
          <button type="submit" form="seeds" className="btn primary" disabled={seeds === null}>
            {seeds === null ? t`Start` : counted(seeds.length, 'Start {0} run', 'Start {0} runs')}
          </button>
        </>
      }
    >
      <form
        id="seeds"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <label className="seeds-field">
          {t`Seeds`}
          <input
            className="input"
            autoFocus
            aria-invalid={seeds === null}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <p className={seeds === null ? 'form-error' : 'seeds-hint'}>
          {seeds === null
            ? t`Write whole numbers such as “1-5” or “1, 7, 9”, at most a hundred of them.`
            : t`They wait in the queue and run one after the other.`}
        </p>
      </form>
    </Dialog>
  );
}
