import { t } from '#engine/core/text.ts';
import { redoLabel } from '../documents/history.ts';
import { currentTab, redoEdit } from '../documents/store.ts';
import type { Command } from './command.ts';

const label = (): string | null => {
  const tab = currentTab();
  return tab === null ? null : redoLabel(tab.history);
};

export const redo: Command = {
  id: 'redo',
  label: t`Redo`,
  menu: 'edit',
  icon: 'redo',
  shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
  title: () => (label() === null ? t`Redo` : t`Redo ${label() ?? ''}`),
  blocked: () => (label() === null ? t`There is nothing to redo.` : null),
  run() {
    const tab = currentTab();
    if (tab !== null) redoEdit(tab.id);
  },
};
