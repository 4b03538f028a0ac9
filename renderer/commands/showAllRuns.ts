import { t } from '#engine/core/text.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { always, type Command } from './command.ts';

export const showAllRuns: Command = {
  id: 'run-history',
  label: t`All runs…`,
  menu: 'run',
  icon: 'history',
  shortcuts: ['Mod+Shift+H'],
  blocked: always,
  run: () => openDialog({ kind: 'run-history' }),
};
