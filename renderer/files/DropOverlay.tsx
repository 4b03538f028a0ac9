import { useEffect, useState } from 'react';
import { t } from '#engine/core/text.ts';
import { useDialogs } from '../dialogs/dialogs.ts';
import { Icon } from '../ui/Icon.tsx';
import { type GivenFile, openFiles } from './openFiles.ts';
import './dropOverlay.css';

/** Browsers tell of files that are dragged only how many there are and of which type. */
type Dragged = 'picture' | 'data' | 'swarm' | 'several';

const SAYS: Readonly<Record<Dragged, string>> = {
  picture: t`Drop to open the swarm this picture carries`,
  data: t`Drop to import these data into the swarm`,
  swarm: t`Drop to open`,
  several: t`Drop to open these files, each in a tab`,
};

function dragged(items: DataTransferItemList): Dragged | null {
  const files = [...items].filter(({ kind }) => kind === 'file');
  if (files.length === 0) return null;
  if (files.length > 1) return 'several';
  const type = files[0]?.type ?? '';
  if (type.startsWith('image/')) return 'picture';
  return /csv|tab-separated|parquet|ndjson|text\/plain/.test(type) ? 'data' : 'swarm';
}

/** With the handles by which they can be saved again, where the browser gives them. */
async function filesOf(items: DataTransferItemList): Promise<GivenFile[]> {
  // Everything is asked of the items at once: they are gone when the event is over.
  const asked = [...items].flatMap((item) => {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    if (file === null) return [];
    const ask = (item as { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> })
      .getAsFileSystemHandle; // not in every browser, nor in TypeScript's library
    return [{ file, handle: ask?.call(item) }];
  });
  return Promise.all(
    asked.map(async ({ file, handle }) => {
      const given = await handle?.catch(() => null);
      return { file, handle: given?.kind === 'file' ? (given as FileSystemFileHandle) : undefined }; // its kind says so
    }),
  );
}

/** Takes files dropped anywhere on the window, and says meanwhile what will become of them. */
export function DropOverlay() {
  const [over, setOver] = useState<Dragged | null>(null);
  const inDialog = useDialogs(({ open }) => open !== null && open.kind !== 'gallery');
  useEffect(() => {
    let depth = 0;
    const kindOf = (event: DragEvent): Dragged | null =>
      inDialog || event.dataTransfer === null ? null : dragged(event.dataTransfer.items);
    const onEnter = (event: DragEvent): void => {
      depth += 1;
      setOver(kindOf(event));
    };
    const onLeave = (): void => {
      depth -= 1;
      if (depth <= 0) setOver(null);
    };
    const onOver = (event: DragEvent): void => {
      if (kindOf(event) !== null) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      depth = 0;
      setOver(null);
      if (event.dataTransfer === null || kindOf(event) === null) return;
      event.preventDefault();
      event.stopPropagation();
      void filesOf(event.dataTransfer.items).then(openFiles);
    };
    const listeners = [
      ['dragenter', onEnter],
      ['dragleave', onLeave],
      ['dragover', onOver],
      ['drop', onDrop],
    ] as const;
    for (const [type, listener] of listeners)
      window.addEventListener(type, listener, { capture: type === 'drop' });
    return () => {
      for (const [type, listener] of listeners)
        window.removeEventListener(type, listener, { capture: type === 'drop' });
    };
  }, [inDialog]);
  if (over === null) return null;
  return (
    <div className="drop-overlay" data-dragged={over}>
      <p>
        <Icon name={over === 'picture' ? 'image' : 'file'} size={28} />
        {SAYS[over]}
      </p>
    </div>
  );
}
