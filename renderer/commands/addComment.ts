import { t } from '#engine/core/text.ts';
import { canvasCentre } from '../canvas/canvasStore.ts';
import { addComment as add } from '../documents/commentEdits.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

export const addComment: Command = {
  id: 'add-comment',
  label: t`Add comment`,
  menu: 'edit',
  icon: 'note',
  shortcuts: ['Shift+C'],
  blocked: needsTab,
  run: () => void add(canvasCentre().flow),
};
