import { t } from '#engine/core/text.ts';
import { setCollapsed } from '../documents/groupEdits.ts';
import { currentTab } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsGroups } from './conditions.ts';

/** Whether every selected group is collapsed. */
function allCollapsed(): boolean {
  const tab = currentTab();
  const groups = tab?.selection.groups ?? [];
  return groups.length > 0 && groups.every((id) => tab?.document.groups[id]?.collapsed === true);
}

export const collapseGroup: Command = {
  id: 'collapse-group',
  label: t`Collapse or expand group`,
  menu: 'view',
  icon: 'fold',
  shortcuts: ['Shift+G'],
  title: () => (allCollapsed() ? t`Expand group` : t`Collapse group`),
  blocked: needsGroups,
  run: () => setCollapsed(currentTab()?.selection.groups ?? [], !allCollapsed()),
};
