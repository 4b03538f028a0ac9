import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { openFiles } from '../files/openFiles.ts';
import { openShellFiles } from '../files/openShellFiles.ts';
import { pickFiles } from '../files/pickFiles.ts';
import { notify } from '../ui/notices.ts';
import { always, type Command } from './command.ts';

export const openFile: Command = {
  id: 'open',
  label: t`Open…`,
  menu: 'file',
  icon: 'folder',
  shortcuts: ['Mod+O'],
  worksInFields: true,
  blocked: always,
  async run() {
    try {
      if (window.shuurai === undefined) await openFiles(await pickFiles());
      else openShellFiles(await window.shuurai.files.open());
    } catch (thrown) {
      notify(toShuuraiError(thrown).message, 'bad');
    }
  },
};
