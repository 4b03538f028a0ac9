import { t } from '#engine/core/text.ts';
import { undoLabel } from '../documents/history.ts';
import { currentTab, undoEdit } from '../documents/store.ts';
import type { Command } from './command.ts';

const label = (): string | null => {
  const tab = currentTab();
  return tab === null ? null : undoLabel(tab.history);
};

export const undo: Command = {
  id: 'undo',
  label: t`Undo`,
  menu: 'edit',
  icon: 'undo',
  shortcuts: ['Mod+Z'],
  title: () => (label() === null ? t`Undo` : t`Undo ${label() ?? ''}`),
  blocked: () => (label() === null ? t`There is nothing to undo.` : null),
  run() {
    const tab = currentTab();
    if (tab !== null) undoEdit(tab.id);
  },
};
