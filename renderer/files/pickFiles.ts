import { filePickers, isCancelled, OPEN_TYPES } from './fileHandles.ts';
import type { GivenFile } from './openFiles.ts';

/** Lets the person choose swarm files and pictures of swarms, in a browser; empty when they choose none. */
export async function pickFiles(): Promise<readonly GivenFile[]> {
  const { showOpenFilePicker } = filePickers();
  if (showOpenFilePicker === undefined) return pickByInput();
  try {
    const handles = await showOpenFilePicker.call(window, { multiple: true, types: OPEN_TYPES });
    return await Promise.all(handles.map(async (handle) => ({ file: await handle.getFile(), handle })));
  } catch (thrown) {
    if (isCancelled(thrown)) return [];
    throw thrown;
  }
}

function pickByInput(): Promise<readonly GivenFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = '.swarm,.json,.yaml,.yml,.png';
    input.addEventListener('cancel', () => resolve([]));
    input.addEventListener('change', () => resolve([...(input.files ?? [])].map((file) => ({ file }))));
    input.click();
  });
}
