import { t } from '#engine/core/text.ts';
import { toClipboard } from '../documents/clipboard.ts';
import { describeThings } from '../documents/groupEdits.ts';
import { currentTab } from '../documents/store.ts';
import { notify } from '../ui/notices.ts';
import type { Command } from './command.ts';
import { needsThings } from './conditions.ts';

export const copy: Command = {
  id: 'copy',
  label: t`Copy`,
  menu: 'edit',
  icon: 'copy',
  shortcuts: ['Mod+C'],
  keyHandledElsewhere: true,
  blocked: needsThings,
  async run() {
    const tab = currentTab();
    if (tab === null) return;
    try {
      await navigator.clipboard.writeText(toClipboard(tab.document, tab.selection));
      notify(t`Copied ${describeThings(tab.selection)}.`);
    } catch {
      notify(t`This browser does not let the page write the clipboard. Press Ctrl+C instead.`, 'warn');
    }
  },
};
