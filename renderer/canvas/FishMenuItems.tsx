import { ContextMenu } from 'radix-ui';
import type { NodeId, RunId } from '#engine/core/brand.ts';
import { useShownRun } from '../documents/useShown.ts';
import { killFish, reviveFish } from '../live/fishActions.ts';
import { isActive } from '../live/liveRun.ts';
import { fishOfNode, isDead } from '../live/runFish.ts';
import { useRun } from '../live/runStore.ts';
import { Icon } from '../ui/Icon.tsx';

interface Entry {
  readonly id: string;
  readonly name: string;
}

/** Kill and revive, in the context menu of a node of a running swarm; a school asks which fish. */
export function FishMenuItems({ node, fish }: { node: NodeId; fish: string | null }) {
  const runId = useShownRun();
  const active = useRun(runId, (run) => isActive(run.state)) ?? false;
  const all = useRun(runId, (run) => fishOfNode(run, node)) ?? [];
  const states = useRun(runId, (run) => run.fishState) ?? {};
  if (runId === null || !active || all.length === 0) return null;
  const dead = (id: string): boolean => isDead({ fishState: states }, id);
  const only = all.length === 1 ? all[0] : all.find(({ id }) => id === fish);
  return (
    <>
      <ContextMenu.Label className="menu-title">Running swarm</ContextMenu.Label>
      {only !== undefined ? (
        <FishItem runId={runId} fish={only} dead={dead(only.id)} />
      ) : (
        <>
          <FishSubmenu runId={runId} label="Kill" fish={all.filter(({ id }) => !dead(id))} dead={false} />
          <FishSubmenu runId={runId} label="Revive" fish={all.filter(({ id }) => dead(id))} dead={true} />
        </>
      )}
      <ContextMenu.Separator className="menu-line" />
    </>
  );
}

function FishItem({ runId, fish, dead }: { runId: RunId; fish: Entry; dead: boolean }) {
  return (
    <ContextMenu.Item
      className={`menu-item ${dead ? '' : 'danger'}`}
      onSelect={() => void (dead ? reviveFish(runId, fish.id) : killFish(runId, fish.id))}
    >
      <Icon name={dead ? 'heart' : 'skull'} size={14} />
      {dead ? 'Revive' : 'Kill'} {fish.name}
    </ContextMenu.Item>
  );
}

interface SubmenuProps {
  readonly runId: RunId;
  readonly label: string;
  readonly fish: readonly Entry[];
  readonly dead: boolean;
}

function FishSubmenu({ runId, label, fish, dead }: SubmenuProps) {
  return (
    <ContextMenu.Sub>
      <ContextMenu.SubTrigger className="menu-item" disabled={fish.length === 0}>
        <Icon name={dead ? 'heart' : 'skull'} size={14} />
        {label} a fish
        <span className="aside-end">
          <Icon name="chevron" size={12} />
        </span>
      </ContextMenu.SubTrigger>
      <ContextMenu.Portal>
        <ContextMenu.SubContent className="menu" sideOffset={4} collisionPadding={8}>
          {fish.map((entry) => (
            <FishItem key={entry.id} runId={runId} fish={entry} dead={dead} />
          ))}
          {fish.length > 1 && (
            <>
              <ContextMenu.Separator className="menu-line" />
              <ContextMenu.Item
                className={`menu-item ${dead ? '' : 'danger'}`}
                onSelect={() =>
                  void Promise.all(fish.map(({ id }) => (dead ? reviveFish(runId, id) : killFish(runId, id))))
                }
              >
                <Icon name={dead ? 'heart' : 'skull'} size={14} />
                {label} all {fish.length}
              </ContextMenu.Item>
            </>
          )}
        </ContextMenu.SubContent>
      </ContextMenu.Portal>
    </ContextMenu.Sub>
  );
}
