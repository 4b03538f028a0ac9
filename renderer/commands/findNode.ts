import { t } from '#engine/core/text.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

export const findNode: Command = {
  id: 'find',
  label: t`Find a node or link…`,
  menu: 'edit',
  icon: 'search',
  shortcuts: ['Mod+F'],
  blocked: needsTab,
  run: () => openDialog({ kind: 'find' }),
};
