import type { DragEvent } from 'react';
import { openDialog } from '../dialogs/dialogs.ts';
import { addComment } from '../documents/commentEdits.ts';
import { addNode } from '../documents/graphEdits.ts';
import { addIntoLink } from '../documents/linkEdits.ts';
import { openSwarmText } from '../files/openSwarmText.ts';
import { insertPiece, PIECE_DRAG } from '../palette/insertPiece.ts';
import { pieceById } from '../palette/pieces.ts';
import { useCanvas } from './canvasStore.ts';
import { linkUnder } from './linkUnder.ts';
import { rememberKind } from './recentKinds.ts';

/** What the palette puts on a drag: the kind of node. */
export const KIND_DRAG = 'application/x-shuurai-kind';

/** What its comment puts on one. */
export const COMMENT_DRAG = 'application/x-shuurai-comment';

const isSwarmFile = (name: string): boolean => /\.(swarm|json|ya?ml)$/i.test(name);

/** A kind from the palette becomes a node, a piece its copy; a swarm file opens; any other file is taken for data. */
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
    return;
  }
  for (const file of event.dataTransfer.files) {
    if (isSwarmFile(file.name)) {
      const filePath = window.shuurai?.files.pathOf(file) ?? null;
      void file.text().then((text) => openSwarmText({ text, name: file.name, filePath }));
    } else {
      openDialog({ kind: 'import-data', nodeId: null, param: 'path', file });
      return;
    }
  }
}
