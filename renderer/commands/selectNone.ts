import { t } from '#engine/core/text.ts';
import { leaveGroup } from '../canvas/groups/enterGroup.ts';
import { currentTab, select, selectionSize } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsSelection } from './conditions.ts';

/** Inside a group, with nothing selected, the same key leaves the group. */
export const selectNone: Command = {
  id: 'select-none',
  label: t`Select nothing`,
  menu: 'edit',
  shortcuts: ['Escape'],
  blocked: () => ((currentTab()?.inside ?? null) === null ? needsSelection() : null),
  run() {
    const tab = currentTab();
    if (tab !== null && tab.inside !== null && selectionSize(tab.selection) === 0) leaveGroup();
    else select({});
  },
};
