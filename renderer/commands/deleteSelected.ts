import { deleteSelection } from '../documents/graphEdits.ts';
import type { Command } from './command.ts';
import { needsSelection } from './conditions.ts';

export const deleteSelected: Command = {
  id: 'delete',
  label: 'Delete',
  menu: 'edit',
  icon: 'trash',
  shortcuts: ['Delete', 'Backspace'],
  blocked: needsSelection,
  run: () => deleteSelection(),
};
