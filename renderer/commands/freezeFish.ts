import { t } from '#engine/core/text.ts';
import { fishCommand } from './fishCommand.ts';

/** It answers and is heard, but learns no more. */
export const freezeFish = fishCommand({
  id: 'freeze-fish',
  verb: t`Freeze`,
  icon: 'freeze',
  each: 'first',
  fits: ({ state, trouble }) => state === 'running' && !trouble.includes('frozen'),
  command: (fish) => ({ type: 'freeze-fish', fish }),
});
