import { homedir } from 'node:os';
import { join } from 'node:path';
import { chosenHome } from './chosenHome.ts';

/** The platform's place for user data (XDG Base Directory on Linux, Application Support on macOS, AppData on Windows). */
export function platformHome(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Shuurai');
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Shuurai');
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'shuurai');
}

/**
 * The folder for everything Shuurai keeps for this user: `SHUURAI_HOME`, else the one chosen in the settings, else the
 * platform's.
 *
 * @throws ShuuraiError `not-found` where the chosen one is not there: an empty one in its place would look like a loss
 */
export function shuuraiHome(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  if (env.SHUURAI_HOME) return env.SHUURAI_HOME;
  const usual = platformHome(env, platform);
  return chosenHome(usual) ?? usual;
}

/** The folder of the run store. */
export const runsRoot = (home = shuuraiHome()): string => join(home, 'runs');
/** The folder of the drafts a view saved. */
export const draftsRoot = (home = shuuraiHome()): string => join(home, 'drafts');
/** The file of what waits to be run. */
export const queuePath = (home = shuuraiHome()): string => join(home, 'queue.json');
/** The file of what a person set for every run. */
export const settingsPath = (home = shuuraiHome()): string => join(home, 'settings.json');
/** The folder of the templates a person saved. */
export const templatesRoot = (home = shuuraiHome()): string => join(home, 'templates');
/** The folder of the pieces a person keeps for other swarms. */
export const piecesRoot = (home = shuuraiHome()): string => join(home, 'pieces');
/** The folder of data files a browser sent. */
export const uploadsRoot = (home = shuuraiHome()): string => join(home, 'data');
