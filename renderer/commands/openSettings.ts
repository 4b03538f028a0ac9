import { t } from '#engine/core/text.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { always, type Command } from './command.ts';

export const openSettings: Command = {
  id: 'settings',
  label: t`Settings…`,
  menu: 'file',
  icon: 'settings',
  shortcuts: ['Mod+,'],
  worksInFields: true,
  blocked: always,
  run: () => openDialog({ kind: 'settings' }),
};
