/**
 * Photographs every screen a person reaches, in both themes and at the usual sizes, for looking at: `node
 * scripts/screens.ts FOLDER [PART ...]`. Parts are the files of scripts/screens/; all by default. Build the page first.
 */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { breaking } from './screens/breaking.ts';
import { comparing } from './screens/comparing.ts';
import { designing } from './screens/designing.ts';
import { filing } from './screens/filing.ts';
import { german } from './screens/german.ts';
import { grouping } from './screens/grouping.ts';
import { kinds } from './screens/kinds.ts';
import { large } from './screens/large.ts';
import { lost } from './screens/lost.ts';
import { observing } from './screens/observing.ts';
import { others } from './screens/others.ts';
import { running } from './screens/running.ts';
import { states } from './screens/states.ts';
import { onStage } from './stage.ts';

const ACTS = {
  designing,
  kinds,
  large,
  states,
  grouping,
  running,
  others,
  breaking,
  comparing,
  observing,
  filing,
  german,
  lost,
};

const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Say which folder the pictures go to: node scripts/screens.ts FOLDER [PART ...]');
  process.exit(2);
}

await mkdir(resolve(folder), { recursive: true });
for (const [name, act] of Object.entries(ACTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await onStage(act);
}
