import { t } from '#engine/core/text.ts';
import { connectedNodes } from '../canvas/connectedNodes.ts';
import { currentTab, select } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsSelection } from './conditions.ts';

/** Grows the selection to everything linked with it, near or far. */
export const selectConnected: Command = {
  id: 'select-connected',
  label: t`Select what is connected`,
  menu: 'edit',
  icon: 'connected',
  shortcuts: ['Mod+Shift+A'],
  blocked: needsSelection,
  run() {
    const tab = currentTab();
    if (tab !== null) select({ nodes: connectedNodes(tab.document, tab.selection) });
  },
};
