import { t } from '#engine/core/text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { closeDialog } from './dialogs.ts';

/** Something a person must know, with one way out. */
export function MessageDialog({ title, text }: { title: string; text: string }) {
  return (
    <Dialog
      title={title}
      size="small"
      footer={
        <button type="button" className="btn primary" data-autofocus onClick={closeDialog}>{t`Close`}</button>
      }
    >
      <p className="dialog-text">{text}</p>
    </Dialog>
  );
}
