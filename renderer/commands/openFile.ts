import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { openSwarmText } from '../files/openSwarmText.ts';
import { pickSwarmFiles } from '../files/pickSwarmFiles.ts';
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
      for (const file of await pickSwarmFiles()) openSwarmText(file);
    } catch (thrown) {
      notify(toShuuraiError(thrown).message, 'bad');
    }
  },
};
