import { t } from '#engine/core/text.ts';
import { controlRun, useRunControl } from '../live/runControl.ts';
import type { Command } from './command.ts';
import { shownRun } from './conditions.ts';

export const pauseRun: Command = {
  id: 'pause',
  label: t`Pause`,
  menu: 'run',
  icon: 'pause',
  shortcuts: ['Mod+P'],
  worksInFields: true,
  blocked() {
    const shown = shownRun();
    if (shown?.run.state !== 'running') return t`No swarm is running.`;
    return useRunControl.getState().pending[shown.runId] === undefined
      ? null
      : t`The engine was asked already.`;
  },
  async run() {
    const shown = shownRun();
    if (shown !== null) await controlRun(shown.runId, 'pause');
  },
};
