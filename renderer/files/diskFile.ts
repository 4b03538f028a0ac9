import { type OpenDocument, patchTab, tabById } from '../documents/store.ts';
import { handleOf } from './fileHandles.ts';
import { textOfFile } from './textOfFile.ts';

/** The file of a tab as it lies on disk now. */
export interface DiskFile {
  /** Milliseconds since 1970. */
  readonly modified: number;
  text(): Promise<string>;
}

type TabFile = Pick<OpenDocument, 'id' | 'filePath'>;

/** `gone` where there is no such file any more, `unseen` where the page has no file to look at, or may not. */
export async function lookAtDisk({ id, filePath }: TabFile): Promise<DiskFile | 'gone' | 'unseen'> {
  const shell = window.shuurai?.files;
  try {
    if (shell !== undefined) {
      if (filePath === null) return 'unseen';
      const modified = await shell.modified(filePath);
      return modified === null ? 'gone' : { modified, text: async () => (await shell.read(filePath)).text };
    }
    const handle = await handleOf(id);
    if (handle === null) return 'unseen';
    const file = await handle.getFile();
    return { modified: file.lastModified, text: () => textOfFile(file) };
  } catch (thrown) {
    return thrown instanceof DOMException && thrown.name === 'NotFoundError' ? 'gone' : 'unseen';
  }
}

async function digestOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What lies on disk now is what the tab goes by: after opening, saving, and a person's decision. */
export async function noteDisk(tab: TabFile): Promise<void> {
  const found = await lookAtDisk(tab);
  if (found === 'unseen') return;
  const disk =
    found === 'gone' ? found : { modified: found.modified, digest: await digestOf(await found.text()) };
  patchTab(tab.id, () => ({ disk }));
}

/**
 * The file of a tab where it is another one than the tab was opened from or saved to, be it since a moment or since the
 * application was closed; null where it is the same, or cannot be seen. `gone` is told once, and the tab counts as
 * unsaved from then on, for it is the only place that has the swarm.
 */
export async function changedOnDisk(tab: TabFile): Promise<DiskFile | 'gone' | null> {
  const found = await lookAtDisk(tab);
  const known = tabById(tab.id)?.disk ?? null;
  if (found === 'unseen') return null;
  if (found === 'gone') {
    if (known === null || known === 'gone') return null;
    patchTab(tab.id, () => ({ disk: 'gone', dirty: true, savedAt: undefined }));
    return found;
  }
  if (known === null) {
    await noteDisk(tab); // seen for the first time
    return null;
  }
  if (known === 'gone') return found; // it is there again, and nobody knows whose it is
  if (found.modified === known.modified) return null;
  if ((await digestOf(await found.text())) !== known.digest) return found;
  patchTab(tab.id, () => ({ disk: { ...known, modified: found.modified } })); // touched, not changed
  return null;
}
