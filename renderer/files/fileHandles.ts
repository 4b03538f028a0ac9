import { t } from '#engine/core/text.ts';

/** The browser's handles of opened files by tab: objects, so not part of the store. */
const handles = new Map<string, FileSystemFileHandle>();

export const handleOf = (tabId: string): FileSystemFileHandle | undefined => handles.get(tabId);
export const rememberHandle = (tabId: string, handle: FileSystemFileHandle): void =>
  void handles.set(tabId, handle);

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

export const SWARM_TYPES: readonly PickerType[] = [
  { description: t`Swarm`, accept: { 'application/json': ['.swarm', '.json'] } },
];

/** What can be opened: swarms, and pictures that carry one. */
export const OPEN_TYPES: readonly PickerType[] = [
  { description: t`Swarm`, accept: { 'application/json': ['.swarm', '.json'], 'image/png': ['.png'] } },
];

/** Whether a picker was closed without choosing. */
export const isCancelled = (thrown: unknown): boolean =>
  thrown instanceof DOMException && thrown.name === 'AbortError';
