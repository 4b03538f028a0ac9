import { t } from '#engine/core/text.ts';
import { select } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsSelection } from './conditions.ts';

export const selectNone: Command = {
  id: 'select-none',
  label: t`Select nothing`,
  menu: 'edit',
  shortcuts: ['Escape'],
  blocked: needsSelection,
  run: () => select({}),
};
