import { t } from '#engine/core/text.ts';
import { fishCommand } from './fishCommand.ts';

/** Ends what lasts of its corruption; noise stays in its weights. */
export const healFish = fishCommand({
  id: 'heal-fish',
  verb: t`Heal`,
  icon: 'heal',
  each: 'all',
  fits: ({ trouble }) => trouble.includes('sign-flip') || trouble.includes('label-flip'),
  command: (fish) => ({ type: 'heal-fish', fish }),
});
