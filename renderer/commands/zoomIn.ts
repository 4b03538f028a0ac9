import { t } from '#engine/core/text.ts';
import { useCanvas } from '../canvas/canvasStore.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

export const zoomIn: Command = {
  id: 'zoom-in',
  label: t`Zoom in`,
  menu: 'view',
  icon: 'plus',
  shortcuts: ['='],
  blocked: needsTab,
  run: () => void useCanvas.getState().flow?.zoomIn(),
};
