import { t } from '#engine/core/text.ts';
import { canvasCentre, openQuickAdd } from '../canvas/canvasStore.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

export const quickAdd: Command = {
  id: 'quick-add',
  label: t`Add a node…`,
  menu: 'edit',
  icon: 'plus',
  shortcuts: ['/'],
  blocked: needsTab,
  run: () => openQuickAdd(canvasCentre()),
};
