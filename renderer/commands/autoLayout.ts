import { t } from '#engine/core/text.ts';
import { arrangeNodes } from '../canvas/arrangeNodes.ts';
import type { Command } from './command.ts';
import { needsAnyNode } from './conditions.ts';

export const autoLayout: Command = {
  id: 'auto-layout',
  label: t`Arrange nodes`,
  menu: 'view',
  icon: 'layout',
  shortcuts: ['Shift+L'],
  blocked: needsAnyNode,
  run: () => arrangeNodes(null),
};
