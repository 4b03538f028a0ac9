import { create } from 'zustand';
import type { NodeId } from '#engine/core/brand.ts';
import type { PortEnd } from './canvasStore.ts';

interface LinkPickerState {
  /** The node to be linked, and its port once that is chosen; null while nothing is. */
  readonly open: { readonly node: NodeId; readonly port: PortEnd | null } | null;
}

export const useLinkPicker = create<LinkPickerState>()(() => ({ open: null }));

export const openLinkPicker = (node: NodeId, port: PortEnd | null): void =>
  useLinkPicker.setState({ open: { node, port } });
export const closeLinkPicker = (): void => useLinkPicker.setState({ open: null });
