import { t } from '#engine/core/text.ts';
import { nodeTitle } from '../canvas/ports.ts';
import { contentOfSelection } from '../documents/clipboard.ts';
import { groupTitle } from '../documents/groupEdits.ts';
import { partDocument } from '../documents/partDocument.ts';
import { currentTab } from '../documents/store.ts';
import { setPanelOpen } from '../layout/layoutStore.ts';
import { freePieceName, savePiece as keep } from '../palette/pieces.ts';
import { notify } from '../ui/notices.ts';
import type { Command } from './command.ts';
import { needsThings } from './conditions.ts';

/** Keeps what is selected in the palette, under the name of its group or first node. */
export const savePiece: Command = {
  id: 'save-piece',
  label: t`Save to palette`,
  menu: 'edit',
  icon: 'star',
  blocked: needsThings,
  async run() {
    const tab = currentTab();
    if (tab === null) return;
    const { document, selection } = tab;
    const group = selection.groups[0] === undefined ? undefined : document.groups[selection.groups[0]];
    const node = selection.nodes[0] === undefined ? undefined : document.nodes[selection.nodes[0]];
    const wanted =
      group !== undefined ? groupTitle(group) : node !== undefined ? nodeTitle(node) : t`Comment`;
    const name = freePieceName(wanted);
    await keep({
      id: crypto.randomUUID(),
      name,
      createdAt: Date.now(),
      document: partDocument(contentOfSelection(document, selection), name),
    });
    setPanelOpen('palette', true);
    notify(t`Saved “${name}” in the palette, under Mine.`, 'ok');
  },
};
