import { t } from '#engine/core/text.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { always, type Command } from './command.ts';

export const commandPalette: Command = {
  id: 'command-palette',
  label: t`Search commands…`,
  menu: 'help',
  icon: 'search',
  shortcuts: ['Mod+K'],
  worksInFields: true,
  blocked: always,
  run: () => openDialog({ kind: 'command-palette' }),
};
