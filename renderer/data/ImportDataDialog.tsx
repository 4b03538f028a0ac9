import type { NodeId } from '#engine/core/brand.ts';
import { Dialog } from '../ui/Dialog.tsx';

export interface ImportDataDialogProps {
  /** The node whose parameter gets the file; null makes a new dataset node. */
  readonly nodeId: NodeId | null;
  readonly param: string;
  /** A file that was dropped on the canvas; null asks for one. */
  readonly file: File | null;
}

/** Chooses a data file and how to read it. */
export function ImportDataDialog(_props: ImportDataDialogProps) {
  return <Dialog title="Import data">Choose a data file.</Dialog>;
}
