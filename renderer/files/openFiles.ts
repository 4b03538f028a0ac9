import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { isPng, MAX_PNG_BYTES, readSwarmFromPng } from '#engine/exchange/pngSwarm.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { currentTab } from '../documents/store.ts';
import { notify } from '../ui/notices.ts';
import { openSwarmText } from './openSwarmText.ts';
import { textOfFile } from './textOfFile.ts';

const DATA = /\.(csv|tsv|tab|jsonl|ndjson|parquet|txt)$/i;
/** Larger files are no swarm documents. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What becomes of a file by its name: what it holds is looked at when it is opened. */
const isDataFile = (name: string): boolean => DATA.test(name);

const refuse = (name: string, text: string): void =>
  openDialog({ kind: 'message', title: t`“${name}” cannot be opened`, text });

/** The bytes of a picture as the text of the swarm it carries; a sentence is shown where it carries none. */
function swarmTextOfPng(name: string, bytes: Uint8Array): string | null {
  const found = readSwarmFromPng(bytes);
  if (found.ok) return found.text;
  refuse(name, found.reason);
  return null;
}

async function openOne(file: File, handle: FileSystemFileHandle | undefined): Promise<void> {
  const { name } = file;
  if (file.size === 0) {
    refuse(
      name,
      t`The file is empty (0 bytes). If it was a swarm, look for a copy of it, or for its tab among those restored.`,
    );
    return;
  }
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  if (isPng(head) || /\.png$/i.test(name)) {
    const bytes = new Uint8Array(await file.slice(0, MAX_PNG_BYTES + 1).arrayBuffer());
    const text = swarmTextOfPng(name, bytes);
    // A picture is no file to save to: its swarm opens unnamed.
    if (text !== null)
      openSwarmText({ text, name: name.replace(/\.png$/i, '.swarm'), filePath: null, copy: true });
    return;
  }
  if (file.size > MOST_BYTES) {
    refuse(name, t`The file is larger than 64 MB, too large for a swarm. Choose a .swarm file.`);
    return;
  }
  const path = window.shuurai?.files.pathOf(file) ?? '';
  openSwarmText({
    text: await textOfFile(file),
    name,
    filePath: path === '' ? null : path,
    ...(handle === undefined ? {} : { handle }),
  });
}

export interface GivenFile {
  readonly file: File;
  readonly handle?: FileSystemFileHandle | undefined;
}

/** Opens files a person gave: swarms and pictures of swarms in tabs, one data file in the import dialogue. */
export async function openFiles(files: readonly GivenFile[]): Promise<void> {
  const data = files.filter(({ file }) => isDataFile(file.name));
  for (const { file, handle } of files) {
    if (isDataFile(file.name)) continue;
    try {
      await openOne(file, handle);
    } catch (thrown) {
      notify(t`“${file.name}” could not be read: ${toShuuraiError(thrown).message}`, 'bad');
    }
  }
  const [first, ...others] = data;
  if (first === undefined) return;
  if (currentTab() === null) {
    notify(t`“${first.file.name}” is data: open or start a swarm first, then drop it again.`, 'warn');
    return;
  }
  if (others.length > 0)
    notify(t`One data file at a time: “${first.file.name}” is taken, the others are not.`, 'warn');
  openDialog({ kind: 'import-data', nodeId: null, param: 'path', file: first.file });
}
