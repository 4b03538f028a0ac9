import { t } from '#engine/core/text.ts';
import { goInOrder } from '../canvas/goTo.ts';
import type { Command } from './command.ts';
import { needsAnyNode } from './conditions.ts';

export const previousNode: Command = {
  id: 'previous-node',
  label: t`Go to the previous node`,
  menu: 'canvas',
  shortcuts: ['Shift+N'],
  onCanvas: true,
  blocked: needsAnyNode,
  run: () => goInOrder(-1),
};
