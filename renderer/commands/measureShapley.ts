import { t } from '#engine/core/text.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { commandRun } from '../live/fishActions.ts';
import type { Command } from './command.ts';
import { shownRun } from './conditions.ts';

/** What each fish contributes to the running swarm, as Shapley values, with its next evaluation. */
export const measureShapley: Command = {
  id: 'measure-shapley',
  label: t`Measure what each fish contributes`,
  menu: 'run',
  blocked: () => {
    const shown = shownRun();
    return shown !== null && isActive(shown.run.state) ? null : t`Show a running swarm first.`;
  },
  async run() {
    const shown = shownRun();
    if (shown !== null) await commandRun(shown.runId, { type: 'measure-shapley', orders: 200 });
  },
};
