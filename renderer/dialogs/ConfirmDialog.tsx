import { t } from '#engine/core/text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { closeDialog } from './dialogs.ts';

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly onConfirm: () => void;
}

/** Asks before something is lost. */
export function ConfirmDialog({ title, text, action, onConfirm }: ConfirmDialogProps) {
  return (
    <Dialog
      title={title}
      size="small"
      footer={
        <>
          <button type="button" className="btn" data-autofocus onClick={closeDialog}>{t`Cancel`}</button>
          <button
            type="button"
            className="btn danger"
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
