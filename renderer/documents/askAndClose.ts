import { t } from '#engine/core/text.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { deleteDraft } from '../files/drafts.ts';
import { closeTab, tabById } from './store.ts';

function close(id: string): void {
  closeTab(id);
  deleteDraft(id);
}

/** Closes a tab with its draft; asks first where something would be lost. */
export function askAndClose(id: string): void {
  const tab = tabById(id);
  if (tab === null) return;
  if (!tab.dirty || Object.keys(tab.document.nodes).length === 0) {
    close(id);
    return;
  }
  openDialog({
    kind: 'confirm',
    title: t`Close “${tab.document.meta.name}”?`,
    text:
      tab.fileName === null
        ? t`It was never saved to a file and would be lost.`
        : t`The changes since it was last saved would be lost.`,
    action: t`Close without saving`,
    loses: true,
    onConfirm: () => close(id),
  });
}
