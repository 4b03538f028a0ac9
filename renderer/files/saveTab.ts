import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { serialize } from '#engine/document/serialize.ts';
import { markSaved, type OpenDocument } from '../documents/store.ts';
import { notify } from '../ui/notices.ts';
import { filePickers, handleOf, isCancelled, rememberHandle, SWARM_TYPES } from './fileHandles.ts';

/** A file name for a document: what file systems forbid becomes a hyphen. */
export function suggestFileName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
  const safe = name.replaceAll(/[<>:"/\\|?*\u0000-\u001f]+/g, '-').replaceAll(/^[. ]+|[. ]+$/g, '');
  return `${safe === '' ? 'swarm' : safe.slice(0, 100)}.swarm`;
}

/** Writes a document to its file, asking where when it has none. Says what went wrong; the document stays as it is. */
export async function saveTab(tab: OpenDocument, where: 'same-file' | 'new-file'): Promise<void> {
  const text = serialize(tab.document);
  const suggested = tab.fileName ?? suggestFileName(tab.document.meta.name);
  try {
    const saved =
      window.shuurai === undefined
        ? await saveInBrowser(tab, text, suggested, where)
        : await saveOnDesktop(tab, text, suggested, where);
    if (saved === null) return;
    markSaved(tab.id, saved);
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
    download(text, suggested);
    return { fileName: suggested, filePath: null };
  }
  const stream = await handle.createWritable();
  await stream.write(text);
  await stream.close();
  rememberHandle(tab.id, handle);
  return { fileName: handle.name, filePath: null };
}

function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
