import { t } from '#engine/core/text.ts';
import { fishCommand } from './fishCommand.ts';

/** A fresh fish takes its place, alive or dead. */
export const replaceFish = fishCommand({
  id: 'replace-fish',
  verb: t`Replace`,
  icon: 'history',
  each: 'first',
  fits: ({ state }) => state !== 'removed',
  command: (fish) => ({ type: 'replace-fish', fish }),
});
