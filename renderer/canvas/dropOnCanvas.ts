import type { DragEvent } from 'react';
import { addComment } from '../documents/commentEdits.ts';
import { addNode } from '../documents/graphEdits.ts';
import { addIntoLink } from '../documents/linkEdits.ts';
import { insertPiece, PIECE_DRAG } from '../palette/insertPiece.ts';
import { pieceById } from '../palette/pieces.ts';
import { useCanvas } from './canvasStore.ts';
import { linkUnder } from './linkUnder.ts';
import { rememberKind } from './recentKinds.ts';

/** What the palette puts on a drag: the kind of node. */
export const KIND_DRAG = 'application/x-shuurai-kind';

/** What its comment puts on one. */
export const COMMENT_DRAG = 'application/x-shuurai-comment';

/** What the palette gave: a kind becomes a node, a piece its copy, a comment a comment. Files are taken by ../files/DropOverlay.tsx. */
export function dropOnCanvas(event: DragEvent): void {
  event.preventDefault();
  const kind = event.dataTransfer.getData(KIND_DRAG);
  const { flow } = useCanvas.getState();
  if (kind !== '' && flow !== null) {
    const link = linkUnder(event);
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    if (link === null) addNode(kind, at);
    else addIntoLink(kind, at, link);
    rememberKind(kind);
    return;
  }
  if (event.dataTransfer.getData(COMMENT_DRAG) !== '' && flow !== null) {
    addComment(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));
    return;
  }
  const piece = pieceById(event.dataTransfer.getData(PIECE_DRAG));
  if (piece !== undefined && flow !== null) {
    insertPiece(piece, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));
  }
}
