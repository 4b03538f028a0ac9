import { t } from '#engine/core/text.ts';
import { commandRun } from '../live/fishActions.ts';
import type { Command } from './command.ts';
import { shownRun } from './conditions.ts';
import { liveLinks } from './liveLinks.ts';

/** Back to the strength in the document. */
export const restoreLink: Command = {
  id: 'restore-link',
  label: t`Restore in the running swarm`,
  menu: 'run',
  icon: 'link',
  blocked: () =>
    liveLinks('changed').length === 0
      ? t`Select a link that was cut or changed while the swarm ran first.`
      : null,
  async run() {
    const shown = shownRun();
    if (shown === null) return;
    await Promise.all(
      liveLinks('changed').map((link) => commandRun(shown.runId, { type: 'restore-link', link })),
    );
  },
};
