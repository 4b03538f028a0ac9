/**
 * `npm start`: sets up what is missing and opens the application: Electron where its binary (or a way to it) and a
 * display exist, else the browser shell. Options after `--`: --browser, --port N, and files to open.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { childEnv, ensureDependencies, nodePath, root, say } from './setup.mjs';

const args = process.argv.slice(2);
const electronDir = join(root, 'node_modules/electron');

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/** The Electron binary if it is on this machine. Never starts a download. */
function electronBinary() {
  const pathFile = join(electronDir, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronDir, 'dist');
  const path = join(dist, name);
  return existsSync(path) ? path : null;
}

function fetchElectron() {
  if (!existsSync(join(electronDir, 'install.js'))) return;
  say('Fetching the Electron binary (once; ELECTRON_MIRROR and proxy settings are honoured) ...');
  const result = spawnSync(nodePath(), [join(electronDir, 'install.js')], {
    stdio: ['ignore', 2, 2],
    env: childEnv(),
    timeout: 600_000,
  });
  if (result.status !== 0)
    say('The Electron binary could not be fetched; opening the browser shell instead.');
}

function start(command, commandArgs) {
  const child = spawn(command, commandArgs, { cwd: process.cwd(), stdio: 'inherit', env: childEnv() });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    say(`${command} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

ensureDependencies();

const wantsBrowser = args.includes('--browser') || args.includes('--port') || !hasDisplay;
if (!wantsBrowser && electronBinary() === null) fetchElectron();
const electron = wantsBrowser ? null : electronBinary();
if (electron === null) {
  build('renderer');
  const rest = args.filter((arg) => arg !== '--browser');
  start(nodePath(), [
    '--disable-warning=ExperimentalWarning',
    join(root, 'engine/cli/main.ts'),
    'app',
    '--open',
    ...rest,
  ]);
} else {
  build('all');
  start(electron, [root, ...args]);
}
