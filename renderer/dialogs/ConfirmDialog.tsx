import { t } from '#engine/core/text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { closeDialog } from './dialogs.ts';

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly loses: boolean;
  readonly onConfirm: () => void;
}

/** Asks before something is lost, or becomes otherwise than one might think. */
export function ConfirmDialog({ title, text, action, loses, onConfirm }: ConfirmDialogProps) {
  return (
    <Dialog
      title={title}
      size="small"
      footer={
        <>
          <button type="button" className="btn" data-autofocus onClick={closeDialog}>{t`Cancel`}</button>
          <button
            type="button"
            className={`btn ${loses ? 'danger' : 'primary'}`}
            onClick={() => {
              closeDialog();
              onConfirm();
            }}
          >
            {action}
          </button>
        </>
      }
    >
      <p className="dialog-text">{text}</p>
    </Dialog>
  );
}
