import { t } from '#engine/core/text.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { blocked, model } from './addFish.ts';
import type { Command } from './command.ts';
import { shownRun } from './conditions.ts';

/** As addFish, but a person chooses its place and its examples. */
export const placeFish: Command = {
  id: 'place-fish',
  label: t`Add a fish, and choose its place…`,
  menu: 'run',
  icon: 'plus',
  blocked,
  run() {
    const shown = shownRun();
    const like = model();
    if (shown !== null && like !== undefined) openDialog({ kind: 'add-fish', runId: shown.runId, like });
  },
};
