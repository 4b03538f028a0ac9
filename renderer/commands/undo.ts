import { undoLabel } from '../documents/history.ts';
import { currentTab, undoEdit } from '../documents/store.ts';
import type { Command } from './command.ts';

const label = (): string | null => {
  const tab = currentTab();
  return tab === null ? null : undoLabel(tab.history);
};

export const undo: Command = {
  id: 'undo',
  label: 'Undo',
  menu: 'edit',
  icon: 'undo',
  shortcuts: ['Mod+Z'],
  title: () => (label() === null ? 'Undo' : `Undo ${label()}`),
  blocked: () => (label() === null ? 'There is nothing to undo.' : null),
  run() {
    const tab = currentTab();
    if (tab !== null) undoEdit(tab.id);
  },
};
