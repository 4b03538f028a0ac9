import { moveNodes } from '../documents/graphEdits.ts';
import { currentTab } from '../documents/store.ts';
import { GRID, useCanvasSettings } from './canvasSettings.ts';
import { type Direction, STEP_OF } from './direction.ts';

const NEAR = 5;
const FAR = 25;

/** Moves the selected nodes a little; one undo step until the key is let go. */
export function nudgeSelection(direction: Direction, how: 'near' | 'far'): void {
  const tab = currentTab();
  if (tab === null) return;
  const { grid } = useCanvasSettings.getState();
  const length = grid ? (how === 'far' ? GRID * 4 : GRID) : how === 'far' ? FAR : NEAR;
  const { x, y } = STEP_OF[direction];
  const moves = tab.selection.nodes.flatMap((id) => {
    const at = tab.document.nodes[id]?.position;
    return at === undefined ? [] : [{ id, x: at.x + x * length, y: at.y + y * length }];
  });
  moveNodes(moves, undefined, 'nudge');
}
