import { t } from '#engine/core/text.ts';
import { fishCommand } from './fishCommand.ts';

/** It learns from false labels. */
export const flipLabels = fishCommand({
  id: 'corrupt-labels',
  verb: t`Flip the labels of`,
  icon: 'flip',
  harms: true,
  each: 'first',
  fits: ({ state, trouble }, run) =>
    state === 'running' && run.task === 'classification' && !trouble.includes('label-flip'),
  command: (fish) => ({ type: 'corrupt-fish', fish, kind: 'label-flip', amount: 1 }),
});
