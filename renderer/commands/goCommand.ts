import type { Direction } from '../canvas/direction.ts';
import { goTowards } from '../canvas/goTo.ts';
import { arrowKey } from './arrowKey.ts';
import type { Command } from './command.ts';
import { needsAnyNode } from './conditions.ts';

/** Selects the neighbour on one side; with Shift besides what is selected. */
export function goCommand(direction: Direction, label: string): Command {
  const key = arrowKey(direction);
  return {
    id: `go-${direction}`,
    label,
    menu: 'canvas',
    shortcuts: [`Alt+${key}`, `Alt+Shift+${key}`],
    onCanvas: true,
    blocked: needsAnyNode,
    run: (shortcut) => goTowards(direction, shortcut?.includes('Shift') === true ? 'also' : 'alone'),
  };
}
