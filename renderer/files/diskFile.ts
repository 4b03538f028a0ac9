import type { OpenDocument } from '../documents/store.ts';
import { handleOf } from './fileHandles.ts';

/** The file of a tab as it lies on disk now. */
export interface DiskFile {
  /** Milliseconds since 1970. */
  readonly modified: number;
  text(): Promise<string>;
}

/** When the file of a tab was last changed, as far as this page knows: by whoever wrote what the tab was opened from. */
const stamps = new Map<string, number>();

/** Null where the tab has no file the page can look at, or the file is gone. */
export async function diskFileOf({
  id,
  filePath,
}: Pick<OpenDocument, 'id' | 'filePath'>): Promise<DiskFile | null> {
  const shell = window.shuurai?.files;
  try {
    if (shell !== undefined && filePath !== null) {
      const modified = await shell.modified(filePath);
      return modified === null ? null : { modified, text: async () => (await shell.read(filePath)).text };
    }
    const file = await handleOf(id)?.getFile();
    return file === undefined ? null : { modified: file.lastModified, text: () => file.text() };
  } catch {
    return null; // moved, deleted, or no longer allowed to be read: saving asks where
  }
}

/** What lies on disk now is what the tab knows: after opening, saving, and a person's decision. */
export async function noteDisk(tab: Pick<OpenDocument, 'id' | 'filePath'>): Promise<void> {
  const disk = await diskFileOf(tab);
  if (disk === null) stamps.delete(tab.id);
  else stamps.set(tab.id, disk.modified);
}

/** The file where somebody else changed it since the tab was opened or saved; null otherwise. */
export async function changedOnDisk(tab: Pick<OpenDocument, 'id' | 'filePath'>): Promise<DiskFile | null> {
  const known = stamps.get(tab.id);
  const disk = await diskFileOf(tab);
  if (disk === null || disk.modified === known) return null;
  if (known !== undefined) return disk;
  stamps.set(tab.id, disk.modified); // seen for the first time, such as after a restart
  return null;
}
