import { ContextMenu } from 'radix-ui';
import type { NodeId, RunId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { addFish } from '../commands/addFish.ts';
import type { FishCommand } from '../commands/fishCommand.ts';
import { FISH_COMMANDS } from '../commands/fishCommands.ts';
import { placeFish } from '../commands/placeFish.ts';
import { useShownRun } from '../documents/useShown.ts';
import { fishOfNode } from '../live/runFish.ts';
import { runById, useRun } from '../live/runStore.ts';
import { CommandMenuItem } from '../toolbar/CommandMenuItem.tsx';
import { Icon } from '../ui/Icon.tsx';

interface Entry {
  readonly id: string;
  readonly name: string;
}

/** What can be done to the fish of a running swarm, in the context menu of their node; a school asks which fish. */
export function FishMenuItems({ node, fish }: { node: NodeId; fish: string | null }) {
  const runId = useShownRun();
  const active = useRun(runId, (run) => isActive(run.state)) ?? false;
  const all = useRun(runId, (run) => fishOfNode(run, node)) ?? [];
  useRun(runId, (run) => run.fishState);
  useRun(runId, (run) => run.fishTrouble);
  const run = runId === null ? undefined : runById(runId);
  if (runId === null || run === undefined || !active || all.length === 0) return null;
  const only = all.length === 1 ? all[0] : all.find(({ id }) => id === fish);
  const entries = only === undefined ? all : [only];
  return (
    <>
      <ContextMenu.Label className="menu-title">{t`Running swarm`}</ContextMenu.Label>
      {FISH_COMMANDS.map((command) => {
        const fitting = entries.filter(({ id }) => command.fits(run, id));
        if (only !== undefined) {
          return fitting.length === 0 ? null : (
            <FishItem key={command.id} runId={runId} fish={only} command={command} />
          );
        }
        return fitting.length === 0 ? null : (
          <FishSubmenu key={command.id} runId={runId} fish={fitting} command={command} />
        );
      })}
      <CommandMenuItem command={addFish} Item={ContextMenu.Item} />
      <CommandMenuItem command={placeFish} Item={ContextMenu.Item} />
      <ContextMenu.Separator className="menu-line" />
    </>
  );
}

const tone = ({ harms }: FishCommand): string => `menu-item ${harms ? 'danger' : ''}`;

interface ItemProps {
  readonly runId: RunId;
  readonly command: FishCommand;
  readonly fish: Entry;
}

function FishItem({ runId, fish, command }: ItemProps) {
  return (
    <ContextMenu.Item
      className={tone(command)}
      data-command={command.id}
      onSelect={() => void command.order(runId, fish.id)}
    >
      <Icon name={command.icon} size={14} />
      {t`${command.verb} ${fish.name}`}
    </ContextMenu.Item>
  );
}

interface SubmenuProps {
  readonly runId: RunId;
  readonly command: FishCommand;
  readonly fish: readonly Entry[];
}

function FishSubmenu({ runId, fish, command }: SubmenuProps) {
  return (
    <ContextMenu.Sub>
      <ContextMenu.SubTrigger className="menu-item">
        <Icon name={command.icon} size={14} />
        {t`${command.verb} a fish`}
        <span className="aside-end">
          <Icon name="chevron" size={12} />
        </span>
      </ContextMenu.SubTrigger>
      <ContextMenu.Portal>
        <ContextMenu.SubContent className="menu" sideOffset={4} collisionPadding={8}>
          {fish.map((entry) => (
            <FishItem key={entry.id} runId={runId} fish={entry} command={command} />
          ))}
          {fish.length > 1 && (
            <>
              <ContextMenu.Separator className="menu-line" />
              <ContextMenu.Item
                className={tone(command)}
                onSelect={() => void Promise.all(fish.map(({ id }) => command.order(runId, id)))}
              >
                <Icon name={command.icon} size={14} />
                {t`${command.verb} all ${fish.length}`}
              </ContextMenu.Item>
            </>
          )}
        </ContextMenu.SubContent>
      </ContextMenu.Portal>
    </ContextMenu.Sub>
  );
}
