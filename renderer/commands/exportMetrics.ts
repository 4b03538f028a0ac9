import { t } from '#engine/core/text.ts';
import { downloadMetrics } from '../runs/downloadMetrics.ts';
import type { Command } from './command.ts';
import { shownRun } from './conditions.ts';

export const exportMetrics: Command = {
  id: 'export-metrics',
  label: t`Export metrics of the run (CSV)`,
  menu: 'file',
  icon: 'chart',
  blocked: () => (shownRun() === null ? t`No run is shown.` : null),
  async run() {
    const shown = shownRun();
    if (shown !== null) await downloadMetrics(shown.runId, shown.tab.document.meta.name);
  },
};
