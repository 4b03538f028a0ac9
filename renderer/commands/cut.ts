import { t } from '#engine/core/text.ts';
import { toClipboard } from '../documents/clipboard.ts';
import { deleteSelection } from '../documents/graphEdits.ts';
import { currentTab } from '../documents/store.ts';
import { notify } from '../ui/notices.ts';
import type { Command } from './command.ts';
import { needsThings } from './conditions.ts';

export const cut: Command = {
  id: 'cut',
  label: t`Cut`,
  icon: 'cut',
  menu: 'edit',
  shortcuts: ['Mod+X'],
  keyHandledElsewhere: true,
  blocked: needsThings,
  async run() {
    const tab = currentTab();
    if (tab === null) return;
    try {
      await navigator.clipboard.writeText(toClipboard(tab.document, tab.selection));
      deleteSelection('cut');
    } catch {
      notify(t`This browser does not let the page write the clipboard. Press Ctrl+X instead.`, 'warn');
    }
  },
};
