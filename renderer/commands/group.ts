import { t } from '#engine/core/text.ts';
import { describeThings, groupSelection } from '../documents/groupEdits.ts';
import { currentTab } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsThings } from './conditions.ts';

export const group: Command = {
  id: 'group',
  label: t`Group`,
  menu: 'edit',
  icon: 'group',
  shortcuts: ['Mod+G'],
  title() {
    const selection = currentTab()?.selection;
    const what = selection === undefined ? '' : describeThings(selection);
    const count = selection === undefined ? 0 : Object.values(selection).flat().length;
    return count < 2 ? t`Group` : t`Group ${what}`;
  },
  blocked: needsThings,
  run: () => void groupSelection(),
};
