import { t } from '#engine/core/text.ts';
import { fishCommand } from './fishCommand.ts';

/** It leaves the swarm for good. */
export const removeFish = fishCommand({
  id: 'remove-fish',
  verb: t`Remove`,
  icon: 'trash',
  harms: true,
  each: 'first',
  fits: ({ state }) => state !== 'removed',
  command: (fish) => ({ type: 'remove-fish', fish }),
});
