import { t } from '#engine/core/text.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { always, type Command } from './command.ts';

export const openGallery: Command = {
  id: 'templates',
  label: t`Templates`,
  menu: 'file',
  icon: 'templates',
  shortcuts: ['Mod+Shift+O'],
  blocked: always,
  run: () => openDialog({ kind: 'gallery' }),
};
