import { t } from '#engine/core/text.ts';
import { deleteSelection } from '../documents/graphEdits.ts';
import type { Command } from './command.ts';
import { needsSelection } from './conditions.ts';

export const deleteSelected: Command = {
  id: 'delete',
  label: t`Delete`,
  menu: 'edit',
  icon: 'trash',
  shortcuts: ['Delete', 'Backspace'],
  blocked: needsSelection,
  run: () => deleteSelection(),
};
