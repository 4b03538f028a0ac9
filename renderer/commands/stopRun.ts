import { t } from '#engine/core/text.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { controlRun, useRunControl } from '../live/runControl.ts';
import type { Command } from './command.ts';
import { shownRun } from './conditions.ts';

export const stopRun: Command = {
  id: 'stop',
  label: t`Stop`,
  menu: 'run',
  icon: 'stop',
  shortcuts: ['Mod+.'],
  worksInFields: true,
  blocked() {
    const shown = shownRun();
    if (shown === null || !isActive(shown.run.state)) return t`No swarm is running.`;
    if (shown.run.state === 'stopping') return t`It is being stopped.`;
    return useRunControl.getState().pending[shown.runId] === 'stop' ? t`It is being stopped.` : null;
  },
  async run() {
    const shown = shownRun();
    if (shown !== null) await controlRun(shown.runId, 'stop');
  },
};
