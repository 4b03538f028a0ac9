import { toClipboard } from '../documents/clipboard.ts';
import { currentTab } from '../documents/store.ts';
import { plural } from '../ui/format.ts';
import { notify } from '../ui/notices.ts';
import type { Command } from './command.ts';
import { needsNodes } from './conditions.ts';

export const copy: Command = {
  id: 'copy',
  label: 'Copy',
  menu: 'edit',
  icon: 'copy',
  shortcuts: ['Mod+C'],
  keyHandledElsewhere: true,
  blocked: needsNodes,
  async run() {
    const tab = currentTab();
    if (tab === null) return;
    try {
      await navigator.clipboard.writeText(toClipboard(tab.document, tab.selection.nodes));
      notify(`Copied ${plural(tab.selection.nodes.length, 'node')}.`);
    } catch {
      notify('This browser does not let the page write the clipboard. Press Ctrl+C instead.', 'warn');
    }
  },
};
