/** Builds the renderer (and with --all the Electron shell and the bundled engine) into dist/, if sources changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, fail, root, runNode, say } from './setup.mjs';

const VITE = join(root, 'node_modules/vite/bin/vite.js');

const TARGETS = {
  renderer: {
    sources: ['renderer', 'engine', 'templates'],
    config: 'vite.config.ts',
    product: 'dist/renderer/index.html',
  },
  engine: {
    sources: ['engine'],
    config: 'electron/vite.engine.config.ts',
    product: 'dist/engine/process.js',
  },
  main: {
    sources: ['electron', 'engine'],
    config: 'electron/vite.main.config.ts',
    product: 'dist/electron/main.js',
  },
  preload: {
    sources: ['electron'],
    config: 'electron/vite.preload.config.ts',
    product: 'dist/electron/preload.cjs',
  },
};

function fingerprint(target) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const info = statSync(path);
    if (info.isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(path).update(readFileSync(path));
    }
  };
  for (const source of [...target.sources, 'package-lock.json', target.config]) visit(join(root, source));
  return hash.digest('hex');
}

function buildTarget(name) {
  const target = TARGETS[name];
  const stamp = join(root, 'dist', `.${name}`);
  const print = fingerprint(target);
  if (existsSync(join(root, target.product)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print)
    return;
  say(`Building the ${name} ...`);
  const result = runNode([VITE, 'build', '--config', target.config, '--logLevel', 'warn'], {
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) fail(`The ${name} could not be built, see the message above.`);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, print);
}

/** @param {'renderer' | 'all'} what */
export function build(what) {
  for (const name of what === 'all' ? Object.keys(TARGETS) : ['renderer']) buildTarget(name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureDependencies();
  build(process.argv.includes('--renderer') ? 'renderer' : 'all');
}
