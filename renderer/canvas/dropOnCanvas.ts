import type { DragEvent } from 'react';
import { openDialog } from '../dialogs/dialogs.ts';
import { addNode } from '../documents/graphEdits.ts';
import { openSwarmText } from '../files/openSwarmText.ts';
import { useCanvas } from './canvasStore.ts';

/** What the palette puts on a drag: the kind of node. */
export const KIND_DRAG = 'application/x-shuurai-kind';

const isSwarmFile = (name: string): boolean => /\.(swarm|json)$/i.test(name);

/** A kind from the palette becomes a node; a swarm file opens; any other file is taken for data. */
export function dropOnCanvas(event: DragEvent): void {
  event.preventDefault();
  const kind = event.dataTransfer.getData(KIND_DRAG);
  const { flow } = useCanvas.getState();
  if (kind !== '' && flow !== null) {
    addNode(kind, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));
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
