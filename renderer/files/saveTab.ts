import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { formOfName } from '#engine/document/form.ts';
import { SWARM_FORMATS, writeDocument } from '#engine/exchange/formats.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { markSaved, type OpenDocument } from '../documents/store.ts';
import { notify } from '../ui/notices.ts';
import { changedOnDisk, lookAtDisk, noteDisk } from './diskFile.ts';
import { download } from './download.ts';
import {
  askForFile,
  filePickers,
  handleOf,
  isCancelled,
  rememberHandle,
  SWARM_TYPES,
} from './fileHandles.ts';
import { fileNameOf } from './fileName.ts';
import { rememberRecent } from './recentFiles.ts';

/** Writes a document to its file, asking where when it has none. Says what went wrong; the document stays as it is. */
export async function saveTab(tab: OpenDocument, where: 'same-file' | 'new-file'): Promise<void> {
  const suggested = tab.fileName ?? fileNameOf(tab.document.meta.name, 'swarm');
  try {
    if (where === 'same-file') {
      const handle = await handleOf(tab.id);
      if (handle !== null) await askForFile(handle, 'readwrite');
      const found = await changedOnDisk(tab);
      if (found !== null && found !== 'gone') {
        openDialog({ kind: 'file-changed', tabId: tab.id, saving: true });
        return;
      }
    }
    const saved =
      window.shuurai === undefined
        ? await saveInBrowser(tab, suggested, where)
        : await saveOnDesktop(tab, suggested, where);
    if (saved === null) return;
    markSaved(tab.id, saved);
    await noteDisk({ id: tab.id, filePath: saved.filePath });
    void rememberRecent(tab.id, saved.fileName, tab.document);
    notify(t`Saved “${saved.fileName}”.`, 'ok');
  } catch (thrown) {
    notify(t`“${suggested}” could not be saved: ${toShuuraiError(thrown).message}`, 'bad');
  }
}

type Saved = { readonly fileName: string; readonly filePath: string | null } | null;

/** The form is that of the name: what was opened as YAML stays YAML. */
const textFor = (tab: OpenDocument, name: string): string => writeDocument(tab.document, formOfName(name));

async function saveOnDesktop(tab: OpenDocument, suggested: string, where: string): Promise<Saved> {
  const files = window.shuurai?.files;
  if (files === undefined) return null;
  if (where === 'same-file' && tab.filePath !== null) {
    await files.save(tab.filePath, textFor(tab, tab.filePath));
    return { fileName: tab.fileName ?? suggested, filePath: tab.filePath };
  }
  const chosen = await files.saveAs(suggested);
  if (chosen === null) return null;
  await files.save(chosen.path, textFor(tab, chosen.name));
  return { fileName: chosen.name, filePath: chosen.path };
}

async function saveInBrowser(tab: OpenDocument, suggested: string, where: string): Promise<Saved> {
  const { showSaveFilePicker } = filePickers();
  let handle = where === 'same-file' ? await writableHandle(tab) : null;
  if (handle === null && showSaveFilePicker !== undefined) {
    try {
      handle = await showSaveFilePicker.call(window, { suggestedName: suggested, types: SWARM_TYPES });
    } catch (thrown) {
      if (isCancelled(thrown)) return null;
      throw thrown;
    }
  }
  if (handle === null) {
    const { type } = SWARM_FORMATS[formOfName(suggested)];
    download(suggested, textFor(tab, suggested), type);
    return { fileName: suggested, filePath: null };
  }
  const stream = await handle.createWritable();
  await stream.write(textFor(tab, handle.name));
  await stream.close();
  rememberHandle(tab.id, handle);
  return { fileName: handle.name, filePath: null };
}

/** The handle of a tab's file; null where there is none, or the file is gone and a place must be asked for. */
async function writableHandle(tab: OpenDocument): Promise<FileSystemFileHandle | null> {
  return (await lookAtDisk(tab)) === 'gone' ? null : handleOf(tab.id);
}
