import { ShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { engine } from '../engine/client.ts';

/** The most a browser may hand over at once; larger files are given by path. */
const MAX_UPLOAD_BYTES = 140 * 1024 * 1024;

async function toBase64(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () =>
      reject(
        new ShuuraiError(
          'data-unreadable',
          t`${file.name} could not be read by the browser: ${reader.error?.message ?? ''}.`,
        ),
      );
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(',') + 1);
}

/** The path under which the engine can read the file: its own on the desktop, else a copy in the engine's data folder. */
export async function uploadFile(file: File): Promise<string> {
  const own = window.shuurai?.files.pathOf(file);
  if (own !== undefined && own !== '') return own;
  if (file.size === 0)
    throw new ShuuraiError(
      'data-unreadable',
      t`${file.name} is empty. Choose a file with at least two rows.`,
    );
  if (file.size > MAX_UPLOAD_BYTES) {
    throw new ShuuraiError(
      'data-unreadable',
      t`${file.name} is larger than 140 MB. Give its path on this machine in the field instead of choosing it.`,
    );
  }
  const { path } = await engine.request('data.upload', { name: file.name, base64: await toBase64(file) });
  return path;
}
