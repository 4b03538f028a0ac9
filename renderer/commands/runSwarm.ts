import { t } from '#engine/core/text.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { currentTab } from '../documents/store.ts';
import { useConnection } from '../engine/client.ts';
import { startRun, useRunControl } from '../live/runControl.ts';
import { problemsOf } from '../problems/problems.ts';
import type { Command } from './command.ts';
import { shownRun } from './conditions.ts';

export const runSwarm: Command = {
  id: 'run',
  label: t`Run`,
  menu: 'run',
  icon: 'play',
  shortcuts: ['Mod+Enter'],
  worksInFields: true,
  blocked() {
    const tab = currentTab();
    if (tab === null) return t`No swarm is open.`;
    if (useRunControl.getState().starting.includes(tab.id)) return t`It is being started.`;
    const shown = shownRun();
    if (shown !== null && isActive(shown.run.state)) return t`This swarm is running. Stop it first.`;
    const problem = problemsOf(tab.document).firstError;
    if (problem !== null) return problem.message;
    return useConnection.getState().state === 'connected'
      ? null
      : t`The engine cannot be reached at the moment.`;
  },
  async run() {
    const tab = currentTab();
    if (tab !== null) await startRun(tab);
  },
};
