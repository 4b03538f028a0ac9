import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { serialize } from '#engine/document/serialize.ts';
import { download } from '../files/download.ts';
import { fileNameOf } from '../files/fileName.ts';
import { notify } from '../ui/notices.ts';
import type { Piece } from './pieces.ts';

/** Writes a piece to a .swarm file of its own. */
export async function exportPiece(piece: Piece): Promise<void> {
  const text = serialize({ ...piece.document, meta: { ...piece.document.meta, name: piece.name } });
  const name = fileNameOf(piece.name, 'swarm');
  try {
    if (window.shuurai === undefined) download(name, text, 'application/json');
    else {
      const chosen = await window.shuurai.files.saveAs(name);
      if (chosen === null) return;
      await window.shuurai.files.save(chosen.path, text);
    }
  } catch (thrown) {
    notify(t`“${name}” could not be saved: ${toShuuraiError(thrown).message}`, 'bad');
  }
}
