import { counted, t } from '#engine/core/text.ts';
import { fishCount } from '#engine/document/graph.ts';
import { nodeTitle } from '../canvas/ports.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { currentTab } from '../documents/store.ts';
import { unfoldSchool as unfold, unfoldRefusal } from '../documents/unfoldSchool.ts';
import type { Command } from './command.ts';

export const unfoldSchool: Command = {
  id: 'unfold-school',
  label: t`Unfold school`,
  menu: 'edit',
  icon: 'unfold',
  blocked() {
    const tab = currentTab();
    const [only, ...others] = tab?.selection.nodes ?? [];
    if (tab === null || only === undefined || others.length > 0) return t`Select one school first.`;
    return unfoldRefusal(tab.document, only);
  },
  run() {
    const tab = currentTab();
    const [id] = tab?.selection.nodes ?? [];
    const node = id === undefined ? undefined : tab?.document.nodes[id];
    if (id === undefined || node === undefined) return;
    const nodes = counted(fishCount(node), '{0} node', '{0} nodes');
    openDialog({
      kind: 'confirm',
      title: t`Unfold ${nodeTitle(node)}`,
      text: t`Its fish become ${nodes} with the same settings and links. Each fish draws its random numbers by its id, and the ids change: a run starts from other random weights than before, with results as good but not equal. Undo brings the school back.`,
      action: t`Unfold`,
      loses: false,
      onConfirm: () => unfold(id),
    });
  },
};
