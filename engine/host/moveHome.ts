import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import { TEMPORARY } from '../runs/atomicFile.ts';
import { makeFolder } from '../runs/makeFolder.ts';

/** What goes to the new folder. Data a browser sent stay where they are: documents name them by their path. */
const MOVED = ['runs', 'drafts', 'templates', 'pieces', 'settings.json', 'queue.json'] as const;
/** What goes along even where runs and templates stay: open tabs, what was set, and parts of swarms. */
const COPIED = ['drafts', 'pieces', 'settings.json'] as const;

const refused = (message: string, cause?: unknown): ShuuraiError =>
  new ShuuraiError('invalid-arguments', message, { cause });
const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** The whole path of a folder that can take everything; makes it. Throws `invalid-arguments` with a sentence. */
export function checkPlace(home: string, wanted: string, existing: 'move' | 'keep'): string {
  const given = wanted.trim();
  if (given === '' || given.includes('\0') || !isAbsolute(given))
    throw refused(
      t`Write the whole path of a folder, from its drive or "/" on, not “${given.slice(0, 200)}”.`,
    );
  const target = resolve(given);
  const inside = relative(resolve(home), target);
  if (inside === '') throw refused(t`That is the folder in use already.`);
  if (inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside))
    throw refused(t`${target} lies within the folder in use. Choose one beside it.`);
  const there = statSync(target, { throwIfNoEntry: false });
  if (there !== undefined && !there.isDirectory())
    throw refused(t`${target} is a file. Choose a folder, or a name that is not taken.`);
  try {
    makeFolder(target);
    accessSync(target, constants.W_OK | constants.X_OK);
    const probe = join(target, `${TEMPORARY}place`);
    makeFolder(probe);
    rmSync(probe, { recursive: true });
  } catch (thrown) {
    throw refused(t`${target} cannot be written to: ${reasonOf(thrown)}. Choose another folder.`, thrown);
  }
  const taken = MOVED.find((name) => {
    const path = join(target, name);
    return existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 0);
  });
  if (existing === 'move' && taken !== undefined)
    throw refused(
      t`${target} has “${taken}” of its own already. Choose an empty folder, or leave what there is where it is.`,
    );
  return target;
}

/**
 * Moves everything, or leaves all as it was. The stores of both folders are closed. `choose` is called when all is in the
 * new folder; what had to be copied goes from the old one only after that.
 */
export function moveEverything(home: string, target: string, choose: () => void): void {
  const moved: { readonly name: string; readonly copied: boolean }[] = [];
  try {
    for (const name of MOVED) {
      if (!existsSync(join(home, name))) continue;
      moved.push({ name, copied: moveOne(join(home, name), join(target, name)) });
    }
    choose();
  } catch (thrown) {
    for (const { name, copied } of moved.toReversed()) {
      if (copied) rmSync(join(target, name), { recursive: true, force: true });
      else renameSync(join(target, name), join(home, name));
    }
    throw refused(t`Nothing was moved to ${target}: ${reasonOf(thrown)}.`, thrown);
  }
  for (const { name, copied } of moved) if (copied) removeQuietly(join(home, name));
  for (const file of ['index.sqlite', 'index.sqlite-wal', 'index.sqlite-shm'])
    removeQuietly(join(target, 'runs', file)); // only a cache, of paths that are no more
}

/** Whether it had to be copied, to another drive: the original is then still there. */
function moveOne(from: string, to: string): boolean {
  rmSync(to, { recursive: true, force: true }); // at most an empty folder, see checkPlace
  try {
    renameSync(from, to);
    return false;
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EXDEV')) throw thrown;
  }
  try {
    cpSync(from, to, { recursive: true, preserveTimestamps: true });
    return true;
  } catch (thrown) {
    rmSync(to, { recursive: true, force: true });
    throw thrown;
  }
}

/** A rest that cannot be removed is in nobody's way. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // as said above
  }
}

/** Takes along what belongs to the open window; what is there already stays. */
export function copyWindow(home: string, target: string): void {
  for (const name of COPIED) {
    if (!existsSync(join(home, name))) continue;
    cpSync(join(home, name), join(target, name), { recursive: true, force: false });
  }
}
