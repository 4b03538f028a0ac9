import { fishCommand } from './fishCommand.ts';

/** It leaves the swarm for good. */
export const removeFish = fishCommand({
  id: 'remove-fish',
  verb: 'Remove',
  icon: 'trash',
  harms: true,
  each: 'first',
  fits: ({ state }) => state !== 'removed',
  command: (fish) => ({ type: 'remove-fish', fish }),
});
