import { moveThings } from '../documents/moveThings.ts';
import { currentTab } from '../documents/store.ts';
import { GRID, useCanvasSettings } from './canvasSettings.ts';
import { type Direction, STEP_OF } from './direction.ts';

const NEAR = 5;
const FAR = 25;

/** Moves what is selected a little; one undo step until the key is let go. */
export function nudgeSelection(direction: Direction, how: 'near' | 'far'): void {
  const tab = currentTab();
  if (tab === null) return;
  const { grid } = useCanvasSettings.getState();
  const length = grid ? (how === 'far' ? GRID * 4 : GRID) : how === 'far' ? FAR : NEAR;
  const { x, y } = STEP_OF[direction];
  const moves = <Id extends string>(ids: readonly Id[], places: Readonly<Partial<Record<Id, Placed>>>) =>
    ids.flatMap((id) => {
      const at = places[id]?.position;
      return at === undefined ? [] : [{ id, x: at.x + x * length, y: at.y + y * length }];
    });
  const { document, selection } = tab;
  moveThings(
    {
      nodes: moves(selection.nodes, document.nodes),
      groups: moves(selection.groups, document.groups),
      comments: moves(selection.comments, document.comments),
    },
    { gesture: 'nudge' },
  );
}

interface Placed {
  readonly position: { readonly x: number; readonly y: number };
}
