import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { notify } from '../ui/notices.ts';
import { askForFile } from './fileHandles.ts';
import { openFiles } from './openFiles.ts';
import { openSwarmText } from './openSwarmText.ts';
import { forgetRecent, type RecentFile } from './recentFiles.ts';

/** Opens it as it is on disk where the browser knows the way, else as it was when it was last open here. */
export async function openRecent(recent: RecentFile): Promise<void> {
  const { name, handle, text } = recent;
  let gone = false;
  if (handle !== null) {
    try {
      await askForFile(handle, 'read');
      await openFiles([{ file: await handle.getFile(), handle }]);
      return;
    } catch (thrown) {
      gone = thrown instanceof DOMException && thrown.name === 'NotFoundError';
      if (!gone) {
        notify(t`“${name}” could not be read: ${toShuuraiError(thrown).message}`, 'bad');
        return;
      }
    }
  }
  if (text === null) {
    await forgetRecent([recent]);
    notify(t`“${name}” is no longer there.`, 'warn');
    return;
  }
  openSwarmText({ text, form: 'json', name, filePath: null, ...(gone ? { copy: true } : {}) });
  notify(
    gone
      ? t`“${name}” is no longer on disk: this is how it was when it was last open here.`
      : t`This is “${name}” as it was last opened or saved here; this browser cannot look at the file itself.`,
    gone ? 'warn' : 'info',
  );
}
