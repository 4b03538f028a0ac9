import { t } from '#engine/core/text.ts';
import { focusCanvas, isOnCanvas } from '../canvas/focusItem.ts';
import { deleteSelection } from '../documents/graphEdits.ts';
import type { Command } from './command.ts';
import { needsSelection } from './conditions.ts';

export const deleteSelected: Command = {
  id: 'delete',
  label: t`Delete`,
  menu: 'edit',
  icon: 'trash',
  shortcuts: ['Delete', 'Backspace'],
  blocked: needsSelection,
  run() {
    const wasOnCanvas = isOnCanvas();
    deleteSelection();
    // What had the focus may be gone; the keyboard stays on the canvas.
    if (wasOnCanvas) requestAnimationFrame(() => isOnCanvas() && focusCanvas());
  },
};
