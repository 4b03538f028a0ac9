import { t } from '#engine/core/text.ts';
import { forgetValue, keepValue, keptValues } from './browserStore.ts';

/** The browser's handles of opened files by tab: objects, so not part of the store. They outlive the page. */
const handles = new Map<string, FileSystemFileHandle>();

export const isHandle = (value: unknown): value is FileSystemFileHandle =>
  typeof FileSystemFileHandle !== 'undefined' && value instanceof FileSystemFileHandle;

/** Those of the pages before this one. */
let kept: Promise<void> | null = null;
function fetchKept(): Promise<void> {
  kept ??= keptValues('handles').then(
    (found) => {
      for (const [tab, handle] of found) if (isHandle(handle) && !handles.has(tab)) handles.set(tab, handle);
    },
    () => undefined, // a browser that keeps nothing: those of this page are all there are
  );
  return kept;
}

export async function handleOf(tabId: string): Promise<FileSystemFileHandle | null> {
  await fetchKept();
  return handles.get(tabId) ?? null;
}

export function rememberHandle(tabId: string, handle: FileSystemFileHandle): void {
  handles.set(tabId, handle);
  keepValue('handles', tabId, handle).catch(() => undefined); // as above
}

/** Of a tab that is closed. */
export function forgetHandle(tabId: string): void {
  handles.delete(tabId);
  forgetValue('handles', tabId).catch(() => undefined); // as above
}

/** The part of the File System Access API that asks a person; not in every browser, and not in TypeScript's library. */
interface AskingHandle {
  requestPermission?(options: { mode: 'read' | 'readwrite' }): Promise<PermissionState>;
}

/** Asks, where the browser wants it after a restart, whether the file may be used; to be called upon a click or key. */
export async function askForFile(handle: FileSystemFileHandle, mode: 'read' | 'readwrite'): Promise<void> {
  await (handle as AskingHandle).requestPermission?.({ mode }); // see AskingHandle; refused: using the file says so
}

interface PickerType {
  readonly description: string;
  readonly accept: Readonly<Record<string, readonly string[]>>;
}

/** The part of the File System Access API we use; not in every browser, and not in TypeScript's library. */
export interface FilePickers {
  showOpenFilePicker?(options: {
    multiple: boolean;
    types: readonly PickerType[];
  }): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?(options: {
    suggestedName: string;
    types: readonly PickerType[];
  }): Promise<FileSystemFileHandle>;
}

export const filePickers = (): FilePickers => window as FilePickers; // see FilePickers

const SWARM_ENDINGS = { 'application/json': ['.swarm', '.json'], 'application/yaml': ['.yaml', '.yml'] };

export const SWARM_TYPES: readonly PickerType[] = [{ description: t`Swarm`, accept: SWARM_ENDINGS }];

/** What can be opened: swarms, and pictures that carry one. */
export const OPEN_TYPES: readonly PickerType[] = [
  { description: t`Swarm`, accept: { ...SWARM_ENDINGS, 'image/png': ['.png'] } },
];

/** Whether a picker was closed without choosing. */
export const isCancelled = (thrown: unknown): boolean =>
  thrown instanceof DOMException && thrown.name === 'AbortError';
