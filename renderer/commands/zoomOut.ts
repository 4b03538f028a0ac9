import { t } from '#engine/core/text.ts';
import { useCanvas } from '../canvas/canvasStore.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

export const zoomOut: Command = {
  id: 'zoom-out',
  label: t`Zoom out`,
  menu: 'view',
  icon: 'minus',
  shortcuts: ['-'],
  blocked: needsTab,
  run: () => void useCanvas.getState().flow?.zoomOut(),
};
