/**
 * `npm start`: sets up what is missing and opens the application: Electron where its binary (or a way to it) and a
 * display exist, else the browser shell. Options after `--`: --browser, --port N, and files to open.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { electronFolder, findElectron, hasDisplay } from './electron.mjs';
import { childEnv, ensureDependencies, nodePath, root, say } from './setup.mjs';

const args = process.argv.slice(2);
function fetchElectron() {
  if (!existsSync(join(electronFolder, 'install.js'))) return;
  say('Fetching the Electron binary (once; ELECTRON_MIRROR and proxy settings are honoured) ...');
  const result = spawnSync(nodePath(), [join(electronFolder, 'install.js')], {
    stdio: ['ignore', 2, 2],
    env: childEnv(),
    timeout: 600_000,
  });
  if (result.status !== 0) say('The Electron binary could not be fetched.');
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

/** Options of the browser shell: whoever gives one wants it. */
const wantsBrowser = args.some((arg) => /^--(browser|port|host)(=|$)/.test(arg));
if (!wantsBrowser && !hasDisplay()) say('There is no display for a desktop window.');
if (!wantsBrowser && hasDisplay() && findElectron() === null) fetchElectron();
const electron = wantsBrowser || !hasDisplay() ? null : findElectron();
if (electron === null) {
  build('renderer');
  say('Shuurai runs in the browser, at the address below (its token lets only you in). Ctrl-C ends it.');
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
