import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { arrange } from '../canvas/arrange.ts';
import { zoomTo } from '../canvas/canvasStore.ts';
import { moveNodes } from '../documents/graphEdits.ts';
import { currentTab } from '../documents/store.ts';
import { notify } from '../ui/notices.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

export const autoLayout: Command = {
  id: 'auto-layout',
  label: t`Arrange nodes`,
  menu: 'view',
  icon: 'layout',
  shortcuts: ['Shift+L'],
  blocked: needsTab,
  async run() {
    const tab = currentTab();
    if (tab === null) return;
    try {
      const places = await arrange(tab.document);
      if (currentTab()?.document !== tab.document) return; // edited meanwhile: the places no longer fit
      moveNodes(places, 'arrange nodes');
      requestAnimationFrame(() => zoomTo());
    } catch (thrown) {
      notify(t`The nodes could not be arranged: ${toShuuraiError(thrown).message}`, 'bad');
    }
  },
};
