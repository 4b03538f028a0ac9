import { t } from '#engine/core/text.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { currentTab } from '../documents/store.ts';
import { useConnection } from '../engine/client.ts';
import type { Command } from './command.ts';

export const saveAsTemplate: Command = {
  id: 'save-template',
  label: t`Save as template…`,
  menu: 'file',
  icon: 'templates',
  blocked() {
    const tab = currentTab();
    if (tab === null) return t`No swarm is open.`;
    if (Object.keys(tab.document.nodes).length === 0) return t`An empty swarm is no template.`;
    return useConnection.getState().state === 'connected'
      ? null
      : t`The engine cannot be reached at the moment.`;
  },
  run() {
    const tab = currentTab();
    if (tab !== null) openDialog({ kind: 'save-template', document: tab.document });
  },
};
