import { t } from '#engine/core/text.ts';
import { openQuickAdd, useCanvas } from '../canvas/canvasStore.ts';
import { pointedPort } from '../canvas/pointedPort.ts';
import type { Command } from './command.ts';
import { needsPort } from './conditions.ts';

/** Beside the port, with room for the link. */
const GAP = 150;

export const addAtPort: Command = {
  id: 'add-at-port',
  label: t`Add a node that fits…`,
  menu: 'canvas',
  icon: 'plus',
  blocked: needsPort,
  run() {
    const port = pointedPort();
    const { flow } = useCanvas.getState();
    const node = port === null ? undefined : flow?.getInternalNode(port.node);
    if (port === null || flow === null || node === undefined) return;
    const { x, y } = node.internals.positionAbsolute;
    const at = port.direction === 'out' ? x + (node.measured.width ?? 196) + GAP : x - GAP;
    const place = { x: at, y: y + (node.measured.height ?? 110) / 2 };
    openQuickAdd({ screen: flow.flowToScreenPosition(place), flow: place, fit: port });
  },
};
