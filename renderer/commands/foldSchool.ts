import { counted, t } from '#engine/core/text.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { foldFish, foldRefusal } from '../documents/foldFish.ts';
import { currentTab } from '../documents/store.ts';
import type { Command } from './command.ts';

export const foldSchool: Command = {
  id: 'fold-school',
  label: t`Fold into a school`,
  menu: 'edit',
  icon: 'fold',
  blocked() {
    const tab = currentTab();
    return tab === null ? t`No swarm is open.` : foldRefusal(tab.document, tab.selection.nodes);
  },
  run() {
    const nodes = currentTab()?.selection.nodes ?? [];
    const what = counted(nodes.length, '{0} node', '{0} nodes');
    openDialog({
      kind: 'confirm',
      title: t`Fold ${what} into a school`,
      text: t`They are alike in settings and links, so that one node can stand for all. Each fish draws its random numbers by its id, and the ids change: a run starts from other random weights than before, with results as good but not equal. Undo brings the nodes back.`,
      action: t`Fold`,
      loses: false,
      onConfirm: () => foldFish(nodes),
    });
  },
};
