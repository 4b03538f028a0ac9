import { t } from '#engine/core/text.ts';
import { bringIntoView } from '../canvas/bringIntoView.ts';
import { canvasCentre } from '../canvas/canvasStore.ts';
import { addComment as add } from '../documents/commentEdits.ts';
import { currentTab } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

export const addComment: Command = {
  id: 'add-comment',
  label: t`Add comment`,
  menu: 'edit',
  icon: 'note',
  shortcuts: ['Shift+C'],
  blocked: needsTab,
  run() {
    const id = add(canvasCentre().flow);
    const comment = id === null ? undefined : currentTab()?.document.comments[id];
    if (comment !== undefined) bringIntoView({ ...comment.position, ...comment.size });
  },
};
