import { askAndClose } from '../documents/askAndClose.ts';
import { currentTab } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

export const closeDocument: Command = {
  id: 'close',
  label: 'Close tab',
  menu: 'file',
  icon: 'close',
  shortcuts: ['Alt+W'],
  blocked: needsTab,
  run() {
    const tab = currentTab();
    if (tab !== null) askAndClose(tab.id);
  },
};
