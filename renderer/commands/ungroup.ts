import { t } from '#engine/core/text.ts';
import { ungroup as takeApart } from '../documents/groupEdits.ts';
import { currentTab } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsGroups } from './conditions.ts';

export const ungroup: Command = {
  id: 'ungroup',
  label: t`Ungroup`,
  menu: 'edit',
  icon: 'ungroup',
  shortcuts: ['Mod+Shift+G'],
  blocked: needsGroups,
  run: () => takeApart(currentTab()?.selection.groups ?? []),
};
