import { t } from '#engine/core/text.ts';
import { commandRun } from '../live/fishActions.ts';
import type { Command } from './command.ts';
import { shownRun } from './conditions.ts';
import { liveLinks } from './liveLinks.ts';

/** Nothing crosses the link any more; the document keeps it. */
export const cutLink: Command = {
  id: 'cut-link',
  label: t`Cut in the running swarm`,
  menu: 'run',
  icon: 'cut',
  blocked: () =>
    liveLinks('whole').length === 0
      ? t`Select a link between fish, or into an aggregator, of a running swarm first.`
      : null,
  async run() {
    const shown = shownRun();
    if (shown === null) return;
    await Promise.all(liveLinks('whole').map((link) => commandRun(shown.runId, { type: 'cut-link', link })));
  },
};
