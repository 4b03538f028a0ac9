import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { metricsCsv } from '#engine/exchange/metricsCsv.ts';
import { download } from '../files/download.ts';
import { fileNameOf } from '../files/fileName.ts';
import { wholeSeries } from '../runs/wholeSeries.ts';
import { notify } from '../ui/notices.ts';
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
    if (shown === null) return;
    try {
      const series = await wholeSeries(shown.runId);
      const name = fileNameOf(`${shown.tab.document.meta.name} ${shown.runId}`, 'csv');
      download(name, metricsCsv(series), 'text/csv');
      notify(t`Exported “${name}”.`, 'ok');
    } catch (thrown) {
      notify(t`The metrics could not be exported: ${toShuuraiError(thrown).message}`, 'bad');
    }
  },
};
