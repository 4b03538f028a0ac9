import { t } from '#engine/core/text.ts';
import { askAndClose } from '../documents/askAndClose.ts';
import { currentTab } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

export const closeDocument: Command = {
  id: 'close',
  label: t`Close tab`,
  menu: 'file',
  icon: 'close',
  shortcuts: ['Alt+W'],
  blocked: needsTab,
  run() {
    const tab = currentTab();
    if (tab !== null) askAndClose(tab.id);
  },
};
