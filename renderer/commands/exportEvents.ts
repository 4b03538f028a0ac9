import { t } from '#engine/core/text.ts';
import { downloadEvents } from '../runs/downloadMetrics.ts';
import type { Command } from './command.ts';
import { shownRun } from './conditions.ts';

export const exportEvents: Command = {
  id: 'export-events',
  label: t`Export metrics of the run (TensorBoard)`,
  menu: 'file',
  icon: 'chart',
  blocked: () => (shownRun() === null ? t`No run is shown.` : null),
  async run() {
    const shown = shownRun();
    if (shown !== null) await downloadEvents(shown.runId);
  },
};
