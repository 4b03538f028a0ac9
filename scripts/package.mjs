/** Builds everything and makes the installers of this platform with electron-builder (`--dir`: unpacked only). */
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureDependencies, root, runNode } from './setup.mjs';

ensureDependencies();
build('all');
const { status } = runNode([
  join(root, 'node_modules/electron-builder/cli.js'),
  '--publish',
  'never',
  ...process.argv.slice(2),
]);
process.exit(status ?? 1);
