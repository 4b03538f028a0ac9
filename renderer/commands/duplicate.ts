import { t } from '#engine/core/text.ts';
import { contentOfSelection, type Pasted, pasteInto } from '../documents/clipboard.ts';
import { describeSelection } from '../documents/graphEdits.ts';
import { growFrames } from '../documents/groupPlace.ts';
import { currentTab, editActive, nothingSelected, select } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsThings } from './conditions.ts';

const SHIFT = 32;

export const duplicate: Command = {
  id: 'duplicate',
  label: t`Duplicate`,
  menu: 'edit',
  icon: 'copy',
  shortcuts: ['Mod+D'],
  blocked: needsThings,
  run() {
    const tab = currentTab();
    if (tab === null) return;
    const content = contentOfSelection(tab.document, tab.selection);
    let copies: Pasted = nothingSelected;
    editActive(t`duplicate ${describeSelection(tab.selection)}`, (draft) => {
      copies = pasteInto(draft, content, { x: SHIFT, y: SHIFT }, (_, group) => group);
      growFrames(
        draft,
        copies.nodes.map((id) => draft.nodes[id]?.group),
      );
    });
    select(copies);
  },
};
