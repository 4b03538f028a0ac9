/**
 * Makes the pictures of docs/concepts.md from the real application: each architecture's template, opened from the gallery
 * and run to its end. `node scripts/architecturePictures.ts [NAME...]`; build the page first.
 */
import { savePicture } from './pictures/savePicture.ts';
import { atEnd, openAndRun, stagePage } from './pictures/stagePage.ts';
import { onStage } from './stage.ts';

const NAMES = [
  'distributed',
  'hierarchical',
  'modular',
  'self-organising',
  'federated',
  'evolutionary',
  'schools-under-a-hierarchy',
  'schooling',
];
const chosen = process.argv.length > 2 ? process.argv.slice(2) : NAMES;

for (const name of chosen) {
  await onStage(async (stage) => {
    const page = await stagePage(stage, {});
    await openAndRun(page, name);
    await atEnd(page);
    await savePicture(page, name);
  });
}
