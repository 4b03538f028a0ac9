import { redoLabel } from '../documents/history.ts';
import { currentTab, redoEdit } from '../documents/store.ts';
import type { Command } from './command.ts';

const label = (): string | null => {
  const tab = currentTab();
  return tab === null ? null : redoLabel(tab.history);
};

export const redo: Command = {
  id: 'redo',
  label: 'Redo',
  menu: 'edit',
  icon: 'redo',
  shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
  title: () => (label() === null ? 'Redo' : `Redo ${label()}`),
  blocked: () => (label() === null ? 'There is nothing to redo.' : null),
  run() {
    const tab = currentTab();
    if (tab !== null) redoEdit(tab.id);
  },
};
