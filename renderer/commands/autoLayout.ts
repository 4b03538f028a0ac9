import { toShuuraiError } from '#engine/core/errors.ts';
import { arrange } from '../canvas/arrange.ts';
import { zoomTo } from '../canvas/canvasStore.ts';
import { applyLayout } from '../documents/applyLayout.ts';
import { currentTab } from '../documents/store.ts';
import { notify } from '../ui/notices.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

export const autoLayout: Command = {
  id: 'auto-layout',
  label: 'Arrange nodes',
  menu: 'view',
  icon: 'layout',
  shortcuts: ['Shift+L'],
  blocked: needsTab,
  async run() {
    const tab = currentTab();
    if (tab === null) return;
    try {
      const layout = await arrange(tab.document, tab.inside);
      if (currentTab()?.document !== tab.document) return; // edited meanwhile: the places no longer fit
      applyLayout(layout);
      requestAnimationFrame(() => zoomTo());
    } catch (thrown) {
      notify(`The nodes could not be arranged: ${toShuuraiError(thrown).message}`, 'bad');
    }
  },
};
