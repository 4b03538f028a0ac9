import { t } from '#engine/core/text.ts';
import { fishCommand } from './fishCommand.ts';

/** A dead fish goes on with the weights it had. */
export const reviveSelectedFish = fishCommand({
  id: 'revive-fish',
  verb: t`Revive`,
  icon: 'heart',
  each: 'all',
  fits: ({ state }) => state === 'dead' || state === 'failed' || state === 'waiting',
  command: (fish) => ({ type: 'revive-fish', fish }),
});
