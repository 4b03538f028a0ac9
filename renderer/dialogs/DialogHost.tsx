import { ImportDataDialog } from '../data/ImportDataDialog.tsx';
import { FileChangedDialog } from '../files/FileChangedDialog.tsx';
import { Gallery } from '../gallery/Gallery.tsx';
import { SaveTemplateDialog } from '../gallery/SaveTemplateDialog.tsx';
import { CompareDialog } from '../runs/compare/CompareDialog.tsx';
import { HistoryDialog } from '../runs/history/HistoryDialog.tsx';
import { AddFishDialog } from '../runs/newcomer/AddFishDialog.tsx';
import { SeedsDialog } from '../runs/SeedsDialog.tsx';
import { SettingsDialog } from '../settings/SettingsDialog.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useDialogs } from './dialogs.ts';
import { FindDialog } from './FindDialog.tsx';
import { MessageDialog } from './MessageDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';

/** Shows the one open dialogue. */
export function DialogHost() {
  const open = useDialogs((state) => state.open);
  if (open === null) return null;
  switch (open.kind) {
    case 'gallery':
      return <Gallery />;
    case 'command-palette':
      return <CommandPalette />;
    case 'find':
      return <FindDialog />;
    case 'file-changed':
      return <FileChangedDialog tabId={open.tabId} saving={open.saving} />;
    case 'settings':
      return <SettingsDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'import-data':
      return <ImportDataDialog nodeId={open.nodeId} param={open.param} file={open.file} />;
    case 'save-template':
      return <SaveTemplateDialog document={open.document} />;
    case 'run-history':
      return <HistoryDialog />;
    case 'compare-runs':
      return <CompareDialog runIds={open.runIds} />;
    case 'run-seeds':
      return <SeedsDialog runId={open.runId} seed={open.seed} />;
    case 'add-fish':
      return <AddFishDialog runId={open.runId} like={open.like} />;
    case 'message':
      return <MessageDialog title={open.title} text={open.text} />;
    case 'confirm':
      return (
        <ConfirmDialog
          title={open.title}
          text={open.text}
          action={open.action}
          loses={open.loses}
          onConfirm={open.onConfirm}
        />
      );
  }
}
