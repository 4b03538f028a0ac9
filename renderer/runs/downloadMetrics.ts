import type { RunId } from '#engine/core/brand.ts';
import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { metricsCsv } from '#engine/exchange/metricsCsv.ts';
import { download } from '../files/download.ts';
import { fileNameOf } from '../files/fileName.ts';
import { notify } from '../ui/notices.ts';
import { wholeSeries } from './wholeSeries.ts';

/** Hands a person all that a kept run measured as CSV, under the name of its swarm and of the run. */
export async function downloadMetrics(runId: RunId, swarm: string): Promise<void> {
  try {
    const name = fileNameOf(`${swarm} ${runId}`.trim(), 'csv');
    download(name, metricsCsv(await wholeSeries(runId)), 'text/csv');
    notify(t`Exported “${name}”.`, 'ok');
  } catch (thrown) {
    notify(t`The metrics could not be exported: ${toShuuraiError(thrown).message}`, 'bad');
  }
}
