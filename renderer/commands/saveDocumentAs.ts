import { t } from '#engine/core/text.ts';
import { currentTab } from '../documents/store.ts';
import { saveTab } from '../files/saveTab.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

export const saveDocumentAs: Command = {
  id: 'save-as',
  label: t`Save as…`,
  menu: 'file',
  icon: 'save',
  shortcuts: ['Mod+Shift+S'],
  worksInFields: true,
  blocked: needsTab,
  async run() {
    const tab = currentTab();
    if (tab !== null) await saveTab(tab, 'new-file');
  },
};
