import { t } from '#engine/core/text.ts';
import { enterGroup as enter } from '../canvas/groups/enterGroup.ts';
import { currentTab } from '../documents/store.ts';
import type { Command } from './command.ts';

/** On the canvas Enter does it, too: see ./editSelected.ts. */
export const enterGroup: Command = {
  id: 'enter-group',
  label: t`Enter group`,
  menu: 'view',
  icon: 'enter',
  shortcuts: ['Alt+Enter'],
  blocked() {
    const selection = currentTab()?.selection;
    return selection?.groups.length === 1 && selection.nodes.length === 0 ? null : t`Select one group first.`;
  },
  run() {
    const [group] = currentTab()?.selection.groups ?? [];
    if (group !== undefined) enter(group);
  },
};
