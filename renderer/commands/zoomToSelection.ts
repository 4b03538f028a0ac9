import { t } from '#engine/core/text.ts';
import { zoomTo } from '../canvas/canvasStore.ts';
import { currentTab } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsNodes } from './conditions.ts';

export const zoomToSelection: Command = {
  id: 'zoom-selection',
  label: t`Zoom to selection`,
  icon: 'zoom',
  menu: 'view',
  shortcuts: ['Shift+2'],
  blocked: needsNodes,
  run: () => zoomTo(currentTab()?.selection.nodes ?? []),
};
