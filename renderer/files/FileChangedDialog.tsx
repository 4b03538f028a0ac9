import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { formOfName } from '#engine/document/form.ts';
import { describeProblems, parseDocument } from '#engine/document/parse.ts';
import { closeDialog } from '../dialogs/dialogs.ts';
import { replaceDocument } from '../documents/graphEdits.ts';
import { markSaved, openTab, showTab, useDocuments } from '../documents/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { notify } from '../ui/notices.ts';
import { lookAtDisk, noteDisk } from './diskFile.ts';
import { saveTab } from './saveTab.ts';

interface FileChangedDialogProps {
  readonly tabId: string;
  /** It came up because the tab was to be saved: keeping mine saves it. */
  readonly saving: boolean;
}

/** Somebody else changed the file of a tab: nothing is lost whichever is chosen. */
export function FileChangedDialog({ tabId, saving }: FileChangedDialogProps) {
  const tab = useDocuments((state) => state.tabs.find(({ id }) => id === tabId));
  if (tab === undefined) return null;
  const name = tab.fileName ?? tab.document.meta.name;

  const theirs = async () => {
    const disk = await lookAtDisk(tab);
    const result =
      disk === 'gone' || disk === 'unseen' ? null : parseDocument(await disk.text(), formOfName(name));
    if (result?.ok === true) return result.document;
    notify(
      result === null
        ? t`“${name}” is no longer there.`
        : t`“${name}” cannot be opened as it is now: ${describeProblems(result.problems.slice(0, 1), name)}`,
      'bad',
    );
    return null;
  };
  const decide = async (deed: () => Promise<void>): Promise<void> => {
    closeDialog();
    try {
      await deed();
      await noteDisk(tab);
    } catch (thrown) {
      notify(toShuuraiError(thrown).message, 'bad');
    }
  };
  const keepMine = async (): Promise<void> => {
    await noteDisk(tab);
    if (saving) await saveTab(tab, 'same-file');
  };
  const takeTheirs = async (): Promise<void> => {
    const document = await theirs();
    if (document === null) return;
    showTab(tabId);
    replaceDocument(t`take the version on disk`, document);
    markSaved(tabId, { fileName: name, filePath: tab.filePath });
  };
  const openCopy = async (): Promise<void> => {
    const document = await theirs();
    if (document !== null) openTab({ document, dirty: true });
  };
  return (
    <Dialog
      title={t`“${name}” was changed by another program`}
      size="small"
      onClose={() => void decide(async () => undefined)}
      footer={
        <>
          <button type="button" className="btn" onClick={() => void decide(openCopy)}>
            {t`Open theirs as a copy`}
          </button>
          <button type="button" className="btn" onClick={() => void decide(takeTheirs)}>
            {t`Take theirs`}
          </button>
          <button type="button" className="btn primary" data-autofocus onClick={() => void decide(keepMine)}>
            {saving ? t`Save mine over it` : t`Keep mine`}
          </button>
        </>
      }
    >
      <p className="dialog-text">
        {tab.dirty
          ? t`The file on disk is no longer the one this tab was opened from, and the tab has changes of its own. Taking theirs can be undone.`
          : t`The file on disk is no longer the one this tab was opened from. Taking theirs can be undone.`}
      </p>
    </Dialog>
  );
}
