import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { serialize } from '#engine/document/serialize.ts';
import { SWARM_FORMATS, type SwarmFormat, writeSwarm } from '#engine/exchange/formats.ts';
import { putSwarmIntoPng } from '#engine/exchange/pngSwarm.ts';
import { toSvg } from '#engine/exchange/toSvg.ts';
import { nodeSize } from '../canvas/nodeSizes.ts';
import type { OpenDocument } from '../documents/store.ts';
import { useTheme } from '../theme/theme.ts';
import { notify } from '../ui/notices.ts';
import { download } from './download.ts';
import { drawPng } from './drawPng.ts';
import { fileNameOf } from './fileName.ts';

/** Writes the swarm of a tab in another form and hands it to the person; a PNG carries its swarm. */
export async function exportTab({ document }: OpenDocument, format: SwarmFormat | 'png'): Promise<void> {
  const picture = { theme: useTheme.getState().shown, sizeOf: nodeSize };
  const name = fileNameOf(document.meta.name, format === 'png' ? 'png' : SWARM_FORMATS[format].ending);
  try {
    if (format === 'png') {
      const png = putSwarmIntoPng(await drawPng(toSvg(document, picture)), serialize(document));
      download(name, new Uint8Array(png), 'image/png');
    } else download(name, writeSwarm(document, format, picture), SWARM_FORMATS[format].type);
    notify(t`Exported “${name}”.`, 'ok');
  } catch (thrown) {
    notify(t`“${name}” could not be exported: ${toShuuraiError(thrown).message}`, 'bad');
  }
}
