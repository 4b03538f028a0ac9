import { t } from '#engine/core/text.ts';
import { newDocument } from '#engine/document/create.ts';
import { formOfName, type TextForm, withoutEnding } from '#engine/document/form.ts';
import { parseDocument } from '#engine/document/parse.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { openTab, showTab, useDocuments } from '../documents/store.ts';
import { noteDisk } from './diskFile.ts';
import { rememberHandle } from './fileHandles.ts';
import { rememberRecent } from './recentFiles.ts';

export interface SwarmFile {
  readonly text: string;
  readonly name: string;
  /** How the text is written, where its name does not say. */
  readonly form?: TextForm;
  /** Its path where the shell knows one (desktop). */
  readonly filePath: string | null;
  /** It came out of something else (a picture), which saving must not touch: it opens unsaved and without a file. */
  readonly copy?: true;
  /** The browser's way to write it again, where there is one. */
  readonly handle?: FileSystemFileHandle;
}

/** Opens a swarm file in a tab. A broken one is explained with line and column, and nothing else changes. */
export function openSwarmText({ text, form, name, filePath, handle, copy }: SwarmFile): void {
  const open = useDocuments.getState().tabs.find((tab) => filePath !== null && tab.filePath === filePath);
  if (open !== undefined && !open.dirty) {
    showTab(open.id);
    return;
  }
  const result = parseDocument(text, form ?? (copy === true ? 'json' : formOfName(name)));
  if (!result.ok) {
    openDialog({
      kind: 'message',
      title: t`“${name}” cannot be opened`,
      text: result.problems
        .slice(0, 8)
        .map(({ line, column, message }) => t`Line ${line}, column ${column}: ${message}`)
        .join('\n'),
    });
    return;
  }
  const { meta } = result.document;
  const document =
    meta.name === '' || meta.name === newDocument().meta.name
      ? { ...result.document, meta: { ...meta, name: withoutEnding(name) } }
      : result.document;
  const id = openTab(copy === true ? { document, dirty: true } : { document, fileName: name, filePath });
  if (handle !== undefined) {
    rememberHandle(id, handle);
    void noteDisk({ id, filePath });
  }
  if (copy !== true) void rememberRecent(id, name, document);
}
