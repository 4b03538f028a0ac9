import { create } from 'zustand';
import type { NodeId } from '#engine/core/brand.ts';
import { type PortEnd, useCanvas } from './canvasStore.ts';

interface LinkPickerState {
  /** The node to be linked, and its port once that is chosen; null while nothing is. */
  readonly open: { readonly node: NodeId; readonly port: PortEnd | null } | null;
}

export const useLinkPicker = create<LinkPickerState>()(() => ({ open: null }));

export function openLinkPicker(node: NodeId, port: PortEnd | null): void {
  useCanvas.setState({ quickAdd: null }); // one box at a time
  useLinkPicker.setState({ open: { node, port } });
}
export const closeLinkPicker = (): void => useLinkPicker.setState({ open: null });
