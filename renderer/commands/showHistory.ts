import { t } from '#engine/core/text.ts';
import { currentTab } from '../documents/store.ts';
import { useHistoryMenu } from '../toolbar/historyMenuStore.ts';
import type { Command } from './command.ts';

/** The list of steps at the undo button. */
export const showHistory: Command = {
  id: 'history',
  label: t`Steps…`,
  menu: 'edit',
  icon: 'history',
  shortcuts: ['Mod+Alt+Z'],
  blocked() {
    const history = currentTab()?.history;
    return history === undefined || (history.past === null && history.future === null)
      ? t`Nothing was edited yet.`
      : null;
  },
  run: () => useHistoryMenu.setState({ open: true, before: document.activeElement }),
};
