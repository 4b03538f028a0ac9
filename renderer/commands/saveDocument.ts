import { t } from '#engine/core/text.ts';
import { currentTab } from '../documents/store.ts';
import { saveTab } from '../files/saveTab.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

export const saveDocument: Command = {
  id: 'save',
  label: t`Save`,
  menu: 'file',
  icon: 'save',
  shortcuts: ['Mod+S'],
  worksInFields: true,
  blocked: needsTab,
  async run() {
    const tab = currentTab();
    if (tab !== null) await saveTab(tab, 'same-file');
  },
};
