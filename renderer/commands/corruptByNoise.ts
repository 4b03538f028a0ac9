import { t } from '#engine/core/text.ts';
import { fishCommand } from './fishCommand.ts';

/** Adds noise as large as its weights to them. */
export const corruptByNoise = fishCommand({
  id: 'corrupt-noise',
  verb: t`Add noise to`,
  icon: 'noise',
  harms: true,
  each: 'first',
  fits: ({ state }) => state === 'running',
  command: (fish) => ({ type: 'corrupt-fish', fish, kind: 'noise', amount: 1 }),
});
