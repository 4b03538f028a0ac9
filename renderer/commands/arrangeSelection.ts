import { t } from '#engine/core/text.ts';
import { arrangeNodes } from '../canvas/arrangeNodes.ts';
import { currentTab } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsSeveral } from './conditions.ts';

export const arrangeSelection: Command = {
  id: 'arrange-selection',
  label: t`Arrange the selected nodes`,
  menu: 'view',
  icon: 'layout',
  blocked: needsSeveral(2),
  run: () => arrangeNodes(currentTab()?.selection.nodes ?? []),
};
