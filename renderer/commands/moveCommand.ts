import type { Direction } from '../canvas/direction.ts';
import { flowIdsOf } from '../canvas/flowIds.ts';
import { goTowards } from '../canvas/goTo.ts';
import { nudgeSelection } from '../canvas/nudgeSelection.ts';
import { currentTab, nothingSelected } from '../documents/store.ts';
import { arrowKey } from './arrowKey.ts';
import type { Command } from './command.ts';
import { needsAnyNode } from './conditions.ts';

/** Moves what is selected; with Shift further. With nothing selected the arrow leads to a node. */
export function moveCommand(direction: Direction, label: string): Command {
  const key = arrowKey(direction);
  return {
    id: `move-${direction}`,
    label,
    menu: 'canvas',
    shortcuts: [key, `Shift+${key}`],
    onCanvas: true,
    blocked: needsAnyNode,
    run(shortcut) {
      const selection = currentTab()?.selection ?? nothingSelected;
      if (flowIdsOf(selection).size === 0) goTowards(direction, 'alone');
      else nudgeSelection(direction, shortcut?.includes('Shift') === true ? 'far' : 'near');
    },
  };
}
