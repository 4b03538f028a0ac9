import { t } from '#engine/core/text.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { always, type Command } from './command.ts';

export const showShortcuts: Command = {
  id: 'shortcuts',
  label: t`Keyboard shortcuts`,
  menu: 'help',
  icon: 'keyboard',
  shortcuts: ['?'],
  blocked: always,
  run: () => openDialog({ kind: 'shortcuts' }),
};
