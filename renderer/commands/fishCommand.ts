import type { FishId, RunId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import type { RunCommand } from '#engine/protocol/commands.ts';
import { commandRun, fishId } from '../live/fishActions.ts';
import { type FishLook, lookOf } from '../live/fishLook.ts';
import type { LiveRun } from '../live/liveRun.ts';
import { fishOfNode } from '../live/runFish.ts';
import type { IconName } from '../ui/Icon.tsx';
import type { Command } from './command.ts';
import { shownRun } from './conditions.ts';

/** Something done to one fish of a running swarm; the menu of a fish names the fish, all else means the selection. */
export interface FishCommand extends Command {
  readonly icon: IconName;
  /** "Kill": before the name of the fish. */
  readonly verb: string;
  readonly harms: boolean;
  fits(run: LiveRun, fish: string): boolean;
  order(runId: RunId, fish: string): Promise<boolean>;
}

interface FishDeed {
  readonly id: string;
  readonly verb: string;
  readonly icon: IconName;
  readonly harms?: true;
  /** Of a selection: the first fish it fits, or all of them. */
  readonly each: 'first' | 'all';
  fits(look: FishLook, run: LiveRun): boolean;
  command(fish: FishId): RunCommand;
}

export function fishCommand({ id, verb, icon, harms, each, fits, command }: FishDeed): FishCommand {
  const fitsFish = (run: LiveRun, fish: string): boolean => fits(lookOf(run, fish), run);
  const chosen = (): readonly string[] => {
    const shown = shownRun();
    if (shown === null || !isActive(shown.run.state)) return [];
    const fish = shown.tab.selection.nodes
      .flatMap((node) => fishOfNode(shown.run, node).map((one) => one.id))
      .filter((one) => fitsFish(shown.run, one));
    return each === 'all' ? fish : fish.slice(0, 1);
  };
  const order = (runId: RunId, fish: string): Promise<boolean> => commandRun(runId, command(fishId(fish)));
  return {
    id,
    verb,
    icon,
    menu: 'run',
    harms: harms === true,
    label: each === 'all' ? t`${verb} the fish of the selection` : t`${verb} a fish of the selection`,
    fits: fitsFish,
    order,
    blocked: () =>
      chosen().length === 0
        ? t`Select a fish of a running swarm first, one to which this can be done.`
        : null,
    async run() {
      const shown = shownRun();
      if (shown !== null) await Promise.all(chosen().map((fish) => order(shown.runId, fish)));
    },
  };
}
