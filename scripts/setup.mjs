/**
 * Set-up shared by every command: plain Node >= 20.19, no dependencies, no shell syntax.
 * Installs what is missing and finds the Node 24 that the npm package `node` brings.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.shuurai-setup');

/** Says what is being done, on stderr so that a command's own output stays clean. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** Ends the process with a sentence for a person. */
export function fail(sentence, code = 1) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(code);
}

/** Of everything an installation depends on; other changes of package.json, of a script say, need none. */
function lockHash() {
  const { dependencies, devDependencies, optionalDependencies, allowScripts } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return createHash('sha256')
    .update(process.platform)
    .update(process.arch)
    .update(JSON.stringify([dependencies, devDependencies, optionalDependencies, allowScripts]))
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function runNpm(args) {
  // Under `npm run` the path of npm's own program is known; calling it through Node needs no shell on Windows.
  const program = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2], env: process.env };
  if (program !== undefined && /\.[cm]?js$/.test(program)) {
    return spawnSync(process.execPath, [program, ...args], options);
  }
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** `npm ci` unless the installed packages already are those of the lock file. */
export function ensureDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(
      `Shuurai needs Node 20.19 or newer to set itself up; this is ${process.version}. Install a newer Node and try again.`,
    );
  }
  const hash = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && nodePath() !== null) return;
  say('Installing dependencies (once; a minute or two) ...');
  const result = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (result.status !== 0) {
    fail(
      'The dependencies could not be installed: `npm ci` failed, see its message above. Check the connection to the npm registry and try again.',
    );
  }
  if (nodePath() === null) {
    fail(
      'Node 24 is missing after the installation: the npm package `node` did not bring it. If install scripts are switched off (`ignore-scripts`), allow them for this project, or install Node 24 yourself.',
    );
  }
  writeFileSync(stamp, hash);
}

/** The Node that runs TypeScript sources and node:sqlite: this one if it is new enough, else the npm package's. */
export function nodePath() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  for (const name of ['node', 'node.exe']) {
    const path = join(modules, 'node', 'bin', name);
    if (existsSync(path)) return path;
  }
  return null;
}

/**
 * The environment in which child processes find Node 24 first, and start from compiled code: stripping the types of the
 * engine and compiling it takes two thirds of the time of a short command.
 */
export function childEnv(extra = {}) {
  const node = nodePath();
  const path = [join(modules, '.bin'), ...(node === null ? [] : [dirname(node)]), process.env.PATH ?? ''];
  return {
    NODE_COMPILE_CACHE: join(modules, '.cache/node'),
    ...process.env,
    PATH: path.join(delimiter),
    ...extra,
  };
}

/** Runs a file with Node 24 and waits; the exit code, 1 if it could not start. */
export function runNode(args, options = {}) {
  const result = spawnSync(nodePath() ?? process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    ...options,
    env: childEnv(options.env),
  });
  if (result.error) say(`Could not start ${args[0]}: ${result.error.message}`);
  return result;
}
