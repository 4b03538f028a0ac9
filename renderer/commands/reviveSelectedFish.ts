import { reviveFish } from '../live/fishActions.ts';
import { isActive } from '../live/liveRun.ts';
import { fishOfNode, isDead } from '../live/runFish.ts';
import type { Command } from './command.ts';
import { shownRun } from './conditions.ts';

/** Dead fish of the selected nodes, in a run that can be told. */
function deadFish(): readonly string[] {
  const shown = shownRun();
  if (shown === null || !isActive(shown.run.state)) return [];
  return shown.tab.selection.nodes
    .flatMap((node) => fishOfNode(shown.run, node).map(({ id }) => id))
    .filter((id) => isDead(shown.run, id));
}

export const reviveSelectedFish: Command = {
  id: 'revive-fish',
  label: 'Revive the dead fish of the selection',
  menu: 'run',
  icon: 'heart',
  blocked: () => (deadFish().length === 0 ? 'Select a dead fish of a running swarm first.' : null),
  async run() {
    const shown = shownRun();
    if (shown === null) return;
    await Promise.all(deadFish().map((fish) => reviveFish(shown.runId, fish)));
  },
};
