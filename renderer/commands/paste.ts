import { t } from '#engine/core/text.ts';
import { pasteText } from '../documents/pasteText.ts';
import { notify } from '../ui/notices.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

export const paste: Command = {
  id: 'paste',
  label: t`Paste`,
  icon: 'paste',
  menu: 'edit',
  shortcuts: ['Mod+V'],
  keyHandledElsewhere: true,
  blocked: needsTab,
  async run() {
    try {
      pasteText(await navigator.clipboard.readText());
    } catch {
      notify(t`This browser does not let the page read the clipboard. Press Ctrl+V instead.`, 'warn');
    }
  },
};
