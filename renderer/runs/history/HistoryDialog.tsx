import { t } from '#engine/core/text.ts';
import { useShownRun } from '../../documents/useShown.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { RunHistory } from './RunHistory.tsx';

/** The list of runs with room. */
export function HistoryDialog() {
  const shown = useShownRun();
  return (
    <Dialog title={t`Runs`} size="large">
      <div className="history-dialog">
        <RunHistory shown={shown} place="dialog" />
      </div>
    </Dialog>
  );
}
