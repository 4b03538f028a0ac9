import { t } from '#engine/core/text.ts';
import { zoomTo } from '../canvas/canvasStore.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

export const zoomToFit: Command = {
  id: 'zoom-fit',
  label: t`Zoom to fit`,
  menu: 'view',
  icon: 'fit',
  shortcuts: ['Shift+1'],
  blocked: needsTab,
  run: () => zoomTo(),
};
