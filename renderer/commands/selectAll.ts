import { t } from '#engine/core/text.ts';
import { linksOf, nodesOf } from '#engine/document/graph.ts';
import { currentTab, select } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

export const selectAll: Command = {
  id: 'select-all',
  label: t`Select all`,
  icon: 'selectAll',
  menu: 'edit',
  shortcuts: ['Mod+A'],
  blocked: needsTab,
  run() {
    const tab = currentTab();
    if (tab === null) return;
    select({
      nodes: nodesOf(tab.document).map(([id]) => id),
      links: linksOf(tab.document).map(([id]) => id),
    });
  },
};
