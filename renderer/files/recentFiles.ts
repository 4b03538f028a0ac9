import type { SwarmDocument } from '#engine/document/schema.ts';
import { serialize } from '#engine/document/serialize.ts';
import { forgetValue, keepValue, keptValues } from './browserStore.ts';
import { handleOf, isHandle } from './fileHandles.ts';

/** A file that was opened or saved in this browser. The desktop keeps a list of its own, in its menu. */
export interface RecentFile {
  readonly key: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The browser's way to the file; null where it has none, or where the file only came by. */
  readonly handle: FileSystemFileHandle | null;
  /** The document as it was then, as JSON; null where it was too large to be kept. */
  readonly text: string | null;
}

const MOST = 12;
const LONGEST_TEXT = 2_000_000;

function readRecent(key: string, value: unknown): RecentFile[] {
  if (typeof value !== 'object' || value === null) return [];
  const { name, at, handle, text } = value as Partial<Record<string, unknown>>; // every part is looked at
  return typeof name === 'string' && typeof at === 'number'
    ? [
        {
          key,
          name,
          at,
          handle: isHandle(handle) ? handle : null,
          text: typeof text === 'string' ? text : null,
        },
      ]
    : [];
}

/** The newest first; empty in a browser that keeps nothing. */
export async function recentFiles(): Promise<readonly RecentFile[]> {
  try {
    return [...(await keptValues('recent'))]
      .flatMap(([key, value]) => readRecent(key, value))
      .toSorted((a, b) => b.at - a.at);
  } catch {
    return [];
  }
}

/** The tab's file was opened or saved just now. */
export async function rememberRecent(tabId: string, name: string, document: SwarmDocument): Promise<void> {
  if (window.shuurai !== undefined) return;
  const handle = await handleOf(tabId);
  const known = await recentFiles();
  const same = await Promise.all(
    known.map(async (one) =>
      handle === null || one.handle === null
        ? handle === null && one.handle === null && one.name === name
        : await one.handle.isSameEntry(handle),
    ),
  );
  const key = known.find((_one, at) => same[at])?.key ?? crypto.randomUUID();
  const whole = serialize(document);
  const text = whole.length > LONGEST_TEXT ? null : whole;
  try {
    await keepValue('recent', key, { name, at: Date.now(), handle, text });
    for (const old of known.filter((one) => one.key !== key).slice(MOST - 1))
      await forgetValue('recent', old.key);
  } catch {
    // the browser has no room, or keeps nothing: the list is a convenience
  }
}

export async function forgetRecent(files: readonly RecentFile[]): Promise<void> {
  for (const { key } of files) await forgetValue('recent', key);
}
