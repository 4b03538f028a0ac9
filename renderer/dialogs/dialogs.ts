import { create } from 'zustand';
import type { NodeId, RunId } from '#engine/core/brand.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';

/** What stands over the window; one at a time. */
export type OpenDialog =
  | { readonly kind: 'gallery' }
  | { readonly kind: 'command-palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'file-changed'; readonly tabId: string; readonly saving: boolean }
  | { readonly kind: 'find' }
  /** Chooses a data file for a node's parameter, or makes a new dataset node where `nodeId` is null. */
  | {
      readonly kind: 'import-data';
      readonly nodeId: NodeId | null;
      readonly param: string;
      readonly file: File | null;
    }
  | { readonly kind: 'save-template'; readonly document: SwarmDocument }
  | { readonly kind: 'run-history' }
  | { readonly kind: 'compare-runs'; readonly runIds: readonly string[] }
  /** `runId` null: the document of the active tab. */
  | { readonly kind: 'run-seeds'; readonly runId: string | null; readonly seed: number }
  | { readonly kind: 'add-fish'; readonly runId: RunId; readonly like: string }
  | { readonly kind: 'message'; readonly title: string; readonly text: string }
  | {
      readonly kind: 'confirm';
      readonly title: string;
      readonly text: string;
      readonly action: string;
      /** Whether something is lost by it; it is not where undo brings all back. */
      readonly loses: boolean;
      readonly onConfirm: () => void;
    };

interface DialogState {
  readonly open: OpenDialog | null;
}

export const useDialogs = create<DialogState>()(() => ({ open: null }));
export const openDialog = (dialog: OpenDialog): void => useDialogs.setState({ open: dialog });
export const closeDialog = (): void => useDialogs.setState({ open: null });
