import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import { writeFileAtomic } from './atomicFile.ts';

const placeSchema = z.object({ home: z.string().refine(isAbsolute) });

/** In the platform's folder: where a person wants everything to be instead. */
const noteIn = (usual: string): string => join(usual, 'place.json');

/**
 * The folder a person chose in the settings; null where none was, or the note of it is damaged.
 * @throws ShuuraiError `not-found` where that folder is not there
 */
export function chosenHome(usual: string): string | null {
  const note = noteIn(usual);
  let text: string;
  try {
    text = readFileSync(note, 'utf8');
  } catch {
    return null; // nothing was chosen
  }
  const home = homeIn(text);
  if (home === null) return null;
  if (statSync(home, { throwIfNoEntry: false })?.isDirectory() === true) return home;
  throw new ShuuraiError(
    'not-found',
    t`The folder ${home}, which was chosen in the settings for runs and everything else, is not there. Connect its drive, or delete ${note} to go back to ${usual}.`,
  );
}

function homeIn(text: string): string | null {
  try {
    return placeSchema.parse(JSON.parse(text)).home;
  } catch {
    return null;
  }
}

/** Remembers the choice for all processes that begin from now on. */
export function chooseHome(usual: string, home: string): void {
  if (resolve(home) === resolve(usual)) {
    rmSync(noteIn(usual), { force: true });
    return;
  }
  mkdirSync(usual, { recursive: true });
  writeFileAtomic(noteIn(usual), `${JSON.stringify({ home: resolve(home) }, null, 2)}\n`);
}
