import { t } from '#engine/core/text.ts';
import { linksOf } from '#engine/document/graph.ts';
import { currentTab, select } from '../documents/store.ts';
import { viewOf } from '../documents/view.ts';
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
    const { nodes, frames, cards, comments } = viewOf(tab.document, tab.inside);
    const shown = new Set<string>(nodes);
    select({
      nodes,
      groups: [...frames, ...cards],
      comments,
      links: linksOf(tab.document).flatMap(([id, { from, to }]) =>
        shown.has(from.node) || shown.has(to.node) ? [id] : [],
      ),
    });
  },
};
