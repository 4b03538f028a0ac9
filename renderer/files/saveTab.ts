import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { serialize } from '#engine/document/serialize.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { markSaved, type OpenDocument } from '../documents/store.ts';
import { notify } from '../ui/notices.ts';
import { changedOnDisk, noteDisk } from './diskFile.ts';
import { download } from './download.ts';
import { filePickers, handleOf, isCancelled, rememberHandle, SWARM_TYPES } from './fileHandles.ts';
import { fileNameOf } from './fileName.ts';

/** Writes a document to its file, asking where when it has none. Says what went wrong; the document stays as it is. */
export async function saveTab(tab: OpenDocument, where: 'same-file' | 'new-file'): Promise<void> {
  const text = serialize(tab.document);
  const suggested = tab.fileName ?? fileNameOf(tab.document.meta.name, 'swarm');
  try {
    if (where === 'same-file' && (await changedOnDisk(tab)) !== null) {
      openDialog({ kind: 'file-changed', tabId: tab.id, saving: true });
      return;
    }
    const saved =
      window.shuurai === undefined
        ? await saveInBrowser(tab, text, suggested, where)
        : await saveOnDesktop(tab, text, suggested, where);
    if (saved === null) return;
    markSaved(tab.id, saved);
    await noteDisk({ id: tab.id, filePath: saved.filePath });
    notify(t`Saved “${saved.fileName}”.`, 'ok');
  } catch (thrown) {
    notify(t`“${suggested}” could not be saved: ${toShuuraiError(thrown).message}`, 'bad');
  }
}

type Saved = { readonly fileName: string; readonly filePath: string | null } | null;

async function saveOnDesktop(
  tab: OpenDocument,
  text: string,
  suggested: string,
  where: string,
): Promise<Saved> {
  const files = window.shuurai?.files;
  if (files === undefined) return null;
  if (where === 'same-file' && tab.filePath !== null) {
    await files.save(tab.filePath, text);
    return { fileName: tab.fileName ?? suggested, filePath: tab.filePath };
  }
  const chosen = await files.saveAs(suggested, text);
  return chosen === null ? null : { fileName: chosen.name, filePath: chosen.path };
}

async function saveInBrowser(
  tab: OpenDocument,
  text: string,
  suggested: string,
  where: string,
): Promise<Saved> {
  const { showSaveFilePicker } = filePickers();
  let handle = where === 'same-file' ? handleOf(tab.id) : undefined;
  if (handle === undefined && showSaveFilePicker !== undefined) {
    try {
      handle = await showSaveFilePicker.call(window, { suggestedName: suggested, types: SWARM_TYPES });
    } catch (thrown) {
      if (isCancelled(thrown)) return null;
      throw thrown;
    }
  }
  if (handle === undefined) {
    download(suggested, text, 'application/json');
    return { fileName: suggested, filePath: null };
  }
  const stream = await handle.createWritable();
  await stream.write(text);
  await stream.close();
  rememberHandle(tab.id, handle);
  return { fileName: handle.name, filePath: null };
}
