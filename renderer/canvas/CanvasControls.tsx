import { Panel } from '@xyflow/react';
import { autoLayout } from '../commands/autoLayout.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { zoomIn } from '../commands/zoomIn.ts';
import { zoomOut } from '../commands/zoomOut.ts';
import { zoomToFit } from '../commands/zoomToFit.ts';

/** Zoom and order, beside the overview. */
export function CanvasControls() {
  return (
    <Panel position="bottom-right" className="canvas-controls">
      {[zoomIn, zoomOut, zoomToFit, autoLayout].map((command) => (
        <CommandButton key={command.id} command={command} look="icon" />
      ))}
    </Panel>
  );
}
