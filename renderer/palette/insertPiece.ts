import { t } from '#engine/core/text.ts';
import { type ClipboardNodes, contentOfDocument, middleOf } from '../documents/clipboard.ts';
import { insertContent } from '../documents/pasteText.ts';
import type { Piece } from './pieces.ts';

/** What a drag of a piece carries: its id. */
export const PIECE_DRAG = 'application/x-shuurai-piece';

/** Puts a copy of a piece with its middle at a point into the active document. */
export function insertPiece(piece: Piece, at: { readonly x: number; readonly y: number }): void {
  const content: ClipboardNodes = contentOfDocument(piece.document);
  const middle = middleOf(content);
  insertContent(
    content,
    { x: Math.round(at.x - middle.x - 98), y: Math.round(at.y - middle.y - 40) },
    () => t`insert ${piece.name}`,
  );
}
