import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { isOnCanvas } from '../canvas/focusItem.ts';
import { currentTab, select } from '../documents/store.ts';
import { setPanelOpen } from '../layout/layoutStore.ts';
import { focusPart } from '../layout/windowParts.ts';
import type { Command } from './command.ts';
import { needsAnyNode } from './conditions.ts';

/** Selects what has the focus; what is selected already is opened in the inspector. */
export const editSelected: Command = {
  id: 'edit-selected',
  label: t`Edit what is selected`,
  menu: 'canvas',
  shortcuts: ['Enter'],
  onCanvas: true,
  blocked: needsAnyNode,
  run() {
    const selection = currentTab()?.selection;
    const focused = isOnCanvas() ? document.activeElement : null;
    const node = focused?.closest<HTMLElement>('.react-flow__node')?.dataset.id as NodeId | undefined; // flow ids
    const link = focused?.closest<HTMLElement>('.react-flow__edge')?.dataset.id as LinkId | undefined; // flow ids
    if (node !== undefined && selection?.nodes.includes(node) === false) select({ nodes: [node] });
    else if (link !== undefined && selection?.links.includes(link) === false) select({ links: [link] });
    else {
      setPanelOpen('inspector', true);
      focusPart('inspector');
    }
  },
};
