import { t } from '#engine/core/text.ts';
import { fishCommand } from './fishCommand.ts';

/** It says the opposite of what it thinks. */
export const flipSign = fishCommand({
  id: 'corrupt-sign',
  verb: t`Flip the sign of`,
  icon: 'flip',
  harms: true,
  each: 'first',
  fits: ({ state, trouble }) => state === 'running' && !trouble.includes('sign-flip'),
  command: (fish) => ({ type: 'corrupt-fish', fish, kind: 'sign-flip', amount: 1 }),
});
