import { t } from '#engine/core/text.ts';
import { currentTab, select } from '../documents/store.ts';
import { viewOf } from '../documents/view.ts';
import type { Command } from './command.ts';
import { needsAnyNode } from './conditions.ts';

export const invertSelection: Command = {
  id: 'invert-selection',
  label: t`Invert the selection`,
  menu: 'edit',
  icon: 'invert',
  shortcuts: ['Mod+Shift+I'],
  blocked: needsAnyNode,
  run() {
    const tab = currentTab();
    if (tab === null) return;
    const chosen = new Set(tab.selection.nodes);
    select({ nodes: viewOf(tab.document, tab.inside).nodes.filter((id) => !chosen.has(id)) });
  },
};
