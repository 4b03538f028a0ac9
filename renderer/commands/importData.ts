import { t } from '#engine/core/text.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { currentTab } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

export const importData: Command = {
  id: 'import-data',
  label: t`Import data…`,
  menu: 'file',
  icon: 'file',
  blocked: needsTab,
  run() {
    const tab = currentTab();
    const only = tab?.selection.nodes.length === 1 ? tab.selection.nodes[0] : undefined;
    const isDataset = only !== undefined && tab?.document.nodes[only]?.kind === 'dataset';
    openDialog({ kind: 'import-data', nodeId: isDataset ? only : null, param: 'path', file: null });
  },
};
