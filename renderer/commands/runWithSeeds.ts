import { t } from '#engine/core/text.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { currentTab } from '../documents/store.ts';
import { useConnection } from '../engine/client.ts';
import { problemsOf } from '../problems/problems.ts';
import type { Command } from './command.ts';

/** The swarm as it is now, once with each of several seeds; also while another run of it goes on. */
export const runWithSeeds: Command = {
  id: 'run-seeds',
  label: t`Run with several seeds…`,
  menu: 'run',
  icon: 'play',
  shortcuts: ['Mod+Shift+Enter'],
  worksInFields: true,
  blocked() {
    const tab = currentTab();
    if (tab === null) return t`No swarm is open.`;
    const problem = problemsOf(tab.document).firstError;
    if (problem !== null) return problem.message;
    return useConnection.getState().state === 'connected'
      ? null
      : t`The engine cannot be reached at the moment.`;
  },
  run() {
    const tab = currentTab();
    if (tab !== null) openDialog({ kind: 'run-seeds', runId: null, seed: tab.document.run.seed });
  },
};
