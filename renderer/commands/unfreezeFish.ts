import { fishCommand } from './fishCommand.ts';

/** A frozen fish learns again. */
export const unfreezeFish = fishCommand({
  id: 'unfreeze-fish',
  verb: 'Unfreeze',
  icon: 'freeze',
  each: 'all',
  fits: ({ trouble }) => trouble.includes('frozen'),
  command: (fish) => ({ type: 'unfreeze-fish', fish }),
});
