import { t } from '#engine/core/text.ts';
import { openDialog, useDialogs } from '../dialogs/dialogs.ts';
import { type OpenDocument, useDocuments } from '../documents/store.ts';
import { notify } from '../ui/notices.ts';
import { changedOnDisk, noteDisk } from './diskFile.ts';
import { forgetHandle } from './fileHandles.ts';

const EVERY_MS = 4000;

/** Looks at the files of all tabs, says which are gone, and asks about the first that another program changed. */
async function look(): Promise<void> {
  for (const tab of useDocuments.getState().tabs) {
    if (useDialogs.getState().open !== null) return;
    const found = await changedOnDisk(tab);
    if (found === null) continue;
    if (found === 'gone') {
      sayGone(tab);
      continue;
    }
    if (useDialogs.getState().open !== null) return;
    openDialog({ kind: 'file-changed', tabId: tab.id, saving: false });
    return;
  }
}

const sayGone = ({ fileName, document }: OpenDocument): void =>
  notify(
    t`“${fileName ?? document.meta.name}” is no longer on disk. Its tab has all of it: save to write it again.`,
    'warn',
  );

/**
 * Notices when a file that is open in a tab is changed on disk: when the window comes back, while it is in front, and
 * when tabs of the last time are opened again.
 */
export function watchFiles(): void {
  let busy = false;
  const start = (): void => {
    if (busy || document.hidden) return;
    busy = true;
    void look().finally(() => {
      busy = false;
    });
  };
  window.addEventListener('focus', start);
  setInterval(start, EVERY_MS);
  useDocuments.subscribe(({ tabs }, before) => {
    if (tabs === before.tabs) return;
    for (const tab of tabs) {
      const old = before.tabs.find(({ id }) => id === tab.id);
      // A tab that is opened, or saved under another name, begins with what lies there; one of the last time is compared.
      if (old === undefined && tab.disk !== null) start();
      else if (old === undefined || old.filePath !== tab.filePath) void noteDisk(tab);
    }
    for (const { id } of before.tabs) if (!tabs.some((tab) => tab.id === id)) forgetHandle(id);
  });
}
