import { t } from '#engine/core/text.ts';
import { goInOrder } from '../canvas/goTo.ts';
import type { Command } from './command.ts';
import { needsAnyNode } from './conditions.ts';

export const nextNode: Command = {
  id: 'next-node',
  label: t`Go to the next node`,
  menu: 'canvas',
  shortcuts: ['N'],
  onCanvas: true,
  blocked: needsAnyNode,
  run: () => goInOrder(1),
};
