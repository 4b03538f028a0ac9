import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { fromClipboard, pasteInto, toClipboard } from '../documents/clipboard.ts';
import { describeSelection } from '../documents/graphEdits.ts';
import { currentTab, editActive, select } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsNodes } from './conditions.ts';

const SHIFT = 32;

export const duplicate: Command = {
  id: 'duplicate',
  label: t`Duplicate`,
  menu: 'edit',
  icon: 'copy',
  shortcuts: ['Mod+D'],
  blocked: needsNodes,
  run() {
    const tab = currentTab();
    const content = tab === null ? null : fromClipboard(toClipboard(tab.document, tab.selection.nodes));
    if (tab === null || content === null) return;
    let copies: readonly NodeId[] = [];
    editActive(t`duplicate ${describeSelection(tab.selection)}`, (draft) => {
      copies = pasteInto(draft, content, { x: SHIFT, y: SHIFT });
    });
    select({ nodes: copies });
  },
};
