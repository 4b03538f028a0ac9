import { filePickers, isCancelled, SWARM_TYPES } from './fileHandles.ts';
import type { SwarmFile } from './openSwarmText.ts';

/** Lets the person choose swarm files; empty when they choose none. */
export async function pickSwarmFiles(): Promise<readonly SwarmFile[]> {
  if (window.shuurai !== undefined) {
    const files = await window.shuurai.files.open();
    return files.map(({ text, name, path }) => ({ text, name, filePath: path }));
  }
  const { showOpenFilePicker } = filePickers();
  if (showOpenFilePicker === undefined) return pickByInput();
  try {
    const handles = await showOpenFilePicker.call(window, { multiple: true, types: SWARM_TYPES });
    return await Promise.all(
      handles.map(async (handle) => {
        const file = await handle.getFile();
        return { text: await file.text(), name: file.name, filePath: null, handle };
      }),
    );
  } catch (thrown) {
    if (isCancelled(thrown)) return [];
    throw thrown;
  }
}

function pickByInput(): Promise<readonly SwarmFile[]> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = '.swarm,.json';
    input.addEventListener('cancel', () => resolve([]));
    input.addEventListener('change', () => {
      Promise.all(
        [...(input.files ?? [])].map(async (file) => ({
          text: await file.text(),
          name: file.name,
          filePath: null,
        })),
      ).then(resolve, reject);
    });
    input.click();
  });
}
