import { t } from '#engine/core/text.ts';
import { controlRun, resumeEnded, useRunControl } from '../live/runControl.ts';
import type { Command } from './command.ts';
import { shownRun } from './conditions.ts';

/** Runs that ended early and can go on from their last checkpoint. */
const RESUMABLE = new Set(['stopped', 'interrupted', 'failed']);

export const resumeRun: Command = {
  id: 'resume',
  label: t`Resume`,
  menu: 'run',
  icon: 'play',
  blocked() {
    const shown = shownRun();
    if (shown === null) return t`No run is shown.`;
    const { state } = shown.run;
    if (state !== 'paused' && !RESUMABLE.has(state)) return t`Only a paused or stopped run can be resumed.`;
    return useRunControl.getState().pending[shown.runId] === undefined
      ? null
      : t`The engine was asked already.`;
  },
  async run() {
    const shown = shownRun();
    if (shown === null) return;
    if (shown.run.state === 'paused') await controlRun(shown.runId, 'resume');
    else await resumeEnded(shown.runId);
  },
};
