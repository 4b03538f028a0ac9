import { ImportDataDialog } from '../data/ImportDataDialog.tsx';
import { useDialogs } from './dialogs.ts';

/** Shows the one open dialogue. */
export function DialogHost() {
  const open = useDialogs((state) => state.open);
  if (open === null) return null;
  switch (open.kind) {
    case 'import-data':
      return <ImportDataDialog nodeId={open.nodeId} param={open.param} file={open.file} />;
    default:
      return null;
  }
}
