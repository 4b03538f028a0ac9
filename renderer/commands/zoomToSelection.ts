import { t } from '#engine/core/text.ts';
import { zoomToIds } from '../canvas/canvasStore.ts';
import { flowIdsOf } from '../canvas/flowIds.ts';
import { currentTab } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsThings } from './conditions.ts';

export const zoomToSelection: Command = {
  id: 'zoom-selection',
  label: t`Zoom to selection`,
  icon: 'zoom',
  menu: 'view',
  shortcuts: ['Shift+2'],
  blocked: needsThings,
  run() {
    const tab = currentTab();
    if (tab !== null) zoomToIds([...flowIdsOf(tab.selection)]);
  },
};
