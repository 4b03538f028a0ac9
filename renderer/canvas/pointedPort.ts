import { currentTab } from '../documents/store.ts';
import { type PortEnd, useCanvas } from './canvasStore.ts';

/** The port whose menu was opened, while its node is there. */
export function pointedPort(): PortEnd | null {
  const { port } = useCanvas.getState();
  return port !== null && currentTab()?.document.nodes[port.node] !== undefined ? port : null;
}
