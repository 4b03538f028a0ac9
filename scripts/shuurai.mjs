#!/usr/bin/env node
/** The command `shuurai`: starts the engine's command line with Node 24, whatever Node started this file. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { childEnv, ensureDependencies, nodePath, root } from './setup.mjs';

const bundled = join(root, 'dist/engine/cli.js');
const source = join(root, 'engine/cli/main.ts');
// Node does not strip types from files inside node_modules: an installed package runs its bundle.
const installed = root.split(/[\\/]/).includes('node_modules');
if (!installed) ensureDependencies();

const entry = installed && existsSync(bundled) ? bundled : source;
const child = spawn(
  nodePath() ?? process.execPath,
  ['--disable-warning=ExperimentalWarning', entry, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: childEnv(),
  },
);
// A terminal's Ctrl-C reaches the child by itself as well; it counts signals within a second as one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  process.stderr.write(`The engine could not be started: ${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
