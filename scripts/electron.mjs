/** Finds the Electron binary on this machine. Nothing here starts a download, as `require('electron')` would. */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './setup.mjs';

export const electronFolder = join(root, 'node_modules/electron');

const NAMES = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/** The path of the binary, or null. ELECTRON_OVERRIDE_DIST_PATH names another folder that holds it. */
export function findElectron() {
  const pathFile = join(electronFolder, 'path.txt');
  const name = existsSync(pathFile)
    ? readFileSync(pathFile, 'utf8').trim()
    : (NAMES[process.platform] ?? 'electron');
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH || join(electronFolder, 'dist'), name);
  return existsSync(path) ? path : null;
}

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/** The program that gives a command a display of its own on Linux, or null. */
export function findXvfb() {
  if (process.platform !== 'linux') return null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, 'xvfb-run')).find((path) => existsSync(path)) ?? null;
}

/** Why no window of Electron can open here, as a sentence; null where one can. */
export function electronBarrier() {
  if (findElectron() === null) {
    return 'the Electron binary is not on this machine. Fetch it with "npx install-electron --no", or name its folder in ELECTRON_OVERRIDE_DIST_PATH.';
  }
  return hasDisplay() ? null : 'there is no display. Install Xvfb (xvfb-run), or set DISPLAY.';
}
