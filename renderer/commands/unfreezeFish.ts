import { t } from '#engine/core/text.ts';
import { fishCommand } from './fishCommand.ts';

/** A frozen fish learns again. */
export const unfreezeFish = fishCommand({
  id: 'unfreeze-fish',
  verb: t`Unfreeze`,
  icon: 'freeze',
  each: 'all',
  fits: ({ trouble }) => trouble.includes('frozen'),
  command: (fish) => ({ type: 'unfreeze-fish', fish }),
});
