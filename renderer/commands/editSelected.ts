import type { LinkId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { flowIdsOf, selectionOf } from '../canvas/flowIds.ts';
import { isOnCanvas } from '../canvas/focusItem.ts';
import { enterGroup } from '../canvas/groups/enterGroup.ts';
import { useFreshComment } from '../documents/commentEdits.ts';
import { currentTab, nothingSelected, select, selectionSize } from '../documents/store.ts';
import { setPanelOpen } from '../layout/layoutStore.ts';
import { focusPart } from '../layout/windowParts.ts';
import type { Command } from './command.ts';
import { needsAnyNode } from './conditions.ts';

/**
 * Selects what has the focus. Of what is selected already, a group is entered, a comment written in, and all else opened in
 * the inspector.
 */
export const editSelected: Command = {
  id: 'edit-selected',
  label: t`Edit what is selected`,
  menu: 'canvas',
  icon: 'edit',
  shortcuts: ['Enter'],
  onCanvas: true,
  blocked: needsAnyNode,
  run() {
    const selection = currentTab()?.selection ?? nothingSelected;
    const focused = isOnCanvas() ? document.activeElement : null;
    const flowId = focused?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
    const link = focused?.closest<HTMLElement>('.react-flow__edge')?.dataset.id as LinkId | undefined; // flow ids
    const [group] = selection.groups;
    const [comment] = selection.comments;
    const isSingle = selectionSize(selection) === 1;
    if (flowId !== undefined && !flowIdsOf(selection).has(flowId)) select(selectionOf([flowId]));
    else if (link !== undefined && !selection.links.includes(link)) select({ links: [link] });
    else if (isSingle && group !== undefined) enterGroup(group);
    else if (isSingle && comment !== undefined) useFreshComment.setState({ id: comment });
    else {
      setPanelOpen('inspector', true);
      focusPart('inspector');
    }
  },
};
