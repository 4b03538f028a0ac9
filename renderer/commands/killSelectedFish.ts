import { t } from '#engine/core/text.ts';
import { fishCommand } from './fishCommand.ts';

/** It neither learns nor answers until it is revived. */
export const killSelectedFish = fishCommand({
  id: 'kill-fish',
  verb: t`Kill`,
  icon: 'skull',
  harms: true,
  each: 'first',
  fits: ({ state }) => state === 'running',
  command: (fish) => ({ type: 'kill-fish', fish }),
});
