import { t } from '#engine/core/text.ts';
import { takeOutOfGroup } from '../documents/groupEdits.ts';
import { currentTab } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsThings } from './conditions.ts';

export const takeOut: Command = {
  id: 'take-out-of-group',
  label: t`Take out of its group`,
  menu: 'edit',
  icon: 'outOfGroup',
  blocked() {
    const tab = currentTab();
    if (tab === null) return needsThings();
    const { document, selection } = tab;
    const grouped =
      selection.nodes.some((id) => document.nodes[id]?.group !== undefined) ||
      selection.groups.some((id) => document.groups[id]?.parent !== undefined) ||
      selection.comments.some((id) => document.comments[id]?.group !== undefined);
    return needsThings() ?? (grouped ? null : t`Nothing that is selected stands in a group.`);
  },
  run: takeOutOfGroup,
};
