import { openDialog, useDialogs } from '../dialogs/dialogs.ts';
import { useDocuments } from '../documents/store.ts';
import { changedOnDisk, noteDisk } from './diskFile.ts';

const EVERY_MS = 4000;

/** Looks at the files of all tabs, and asks about the first that another program changed. */
async function look(): Promise<void> {
  for (const tab of useDocuments.getState().tabs) {
    if (useDialogs.getState().open !== null) return;
    if ((await changedOnDisk(tab)) === null) continue;
    if (useDialogs.getState().open !== null) return;
    openDialog({ kind: 'file-changed', tabId: tab.id, saving: false });
    return;
  }
}

/** Notices when a file that is open in a tab is changed on disk: when the window comes back, and while it is in front. */
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
  // A tab that is opened, or saved under another name, begins with what lies there.
  useDocuments.subscribe(({ tabs }, before) => {
    for (const tab of tabs) {
      const old = before.tabs.find(({ id }) => id === tab.id);
      if (old === undefined || old.filePath !== tab.filePath || (old.dirty && !tab.dirty)) void noteDisk(tab);
    }
  });
}
