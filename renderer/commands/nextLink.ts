import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { focusLink } from '../canvas/focusItem.ts';
import { nodeAtKeyboard } from '../canvas/goTo.ts';
import { nextLinkOf } from '../canvas/nextLinkOf.ts';
import { currentTab, select } from '../documents/store.ts';
import { announce } from '../ui/announce.ts';
import type { Command } from './command.ts';
import { needsAnyNode } from './conditions.ts';

/** The node whose links are gone through, while one of them is selected. */
let walked: NodeId | null = null;

/** Selects one link of the node after another. */
export const nextLink: Command = {
  id: 'next-link',
  label: t`Go to the next link of the node`,
  menu: 'canvas',
  icon: 'link',
  shortcuts: ['Alt+L'],
  onCanvas: true,
  blocked: needsAnyNode,
  run() {
    const tab = currentTab();
    if (tab === null) return;
    const current = tab.selection.links.at(-1) ?? null;
    const link = current === null ? undefined : tab.document.links[current];
    const isOfWalked = link !== undefined && (link.from.node === walked || link.to.node === walked);
    const node = isOfWalked ? walked : nodeAtKeyboard();
    const next = node === null ? null : nextLinkOf(tab.document, node, isOfWalked ? current : null);
    if (next === null) {
      announce(t`It has no links.`);
      return;
    }
    walked = node;
    select({ links: [next] });
    focusLink(next);
  },
};
