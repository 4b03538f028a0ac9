/**
 * Makes the pictures of the README from the real application: `node scripts/pictures.ts [NAME...]`; all by default.
 * Build the page first.
 */
import { SCENES } from './pictures/scenes.ts';
import { onStage } from './stage.ts';

const chosen = process.argv.slice(2);
for (const [name, play] of Object.entries(SCENES)) {
  if (chosen.length === 0 || chosen.includes(name)) await onStage(play);
}
