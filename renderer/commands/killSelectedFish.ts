import { killFish } from '../live/fishActions.ts';
import { isActive } from '../live/liveRun.ts';
import { fishOfNode, isDead } from '../live/runFish.ts';
import type { Command } from './command.ts';
import { shownRun } from './conditions.ts';

/** Live fish of the selected nodes, in a run that can be told. */
function liveFish(): readonly string[] {
  const shown = shownRun();
  if (shown === null || !isActive(shown.run.state)) return [];
  return shown.tab.selection.nodes
    .flatMap((node) => fishOfNode(shown.run, node).map(({ id }) => id))
    .filter((id) => !isDead(shown.run, id));
}

export const killSelectedFish: Command = {
  id: 'kill-fish',
  label: 'Kill a fish of the selection',
  menu: 'run',
  icon: 'skull',
  blocked: () => (liveFish().length === 0 ? 'Select a live fish of a running swarm first.' : null),
  async run() {
    const shown = shownRun();
    const first = liveFish()[0];
    if (shown !== null && first !== undefined) await killFish(shown.runId, first);
  },
};
