import { DropdownMenu } from 'radix-ui';
import { killFish, reviveFish } from '../live/fishActions.ts';
import { isDead } from '../live/runFish.ts';
import { useRun } from '../live/runStore.ts';
import { formatPercent, formatValue } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { closeFishMenu, useFishMenu } from './fishMenuStore.ts';

/** The menu that opens at a fish's glyph: how it does, and kill or revive. */
export function FishMenu() {
  const open = useFishMenu((state) => state.open);
  const runId = open?.runId ?? null;
  const fish = open?.fish ?? '';
  const name = useRun(runId, (run) => run.fish.find(({ id }) => id === fish)?.name) ?? fish;
  const dead = useRun(runId, (run) => isDead(run, fish)) ?? false;
  const accuracy = useRun(runId, (run) => run.latest[`fish/${fish}/accuracy`]);
  const loss = useRun(runId, (run) => run.latest[`fish/${fish}/loss`]);
  if (open === null) return null;
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(isOpen) => !isOpen && closeFishMenu()}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="fish-menu-anchor"
          tabIndex={-1}
          aria-label={name}
          style={{ left: open.x, top: open.y }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="start"
          sideOffset={0}
          collisionPadding={8}
          aria-label={name}
        >
          <DropdownMenu.Label className="menu-title">
            {name} · accuracy {formatPercent(accuracy)} · loss {formatValue(loss)}
          </DropdownMenu.Label>
          {dead ? (
            <DropdownMenu.Item className="menu-item" onSelect={() => void reviveFish(open.runId, fish)}>
              <Icon name="heart" size={14} />
              Revive {name}
            </DropdownMenu.Item>
          ) : (
            <DropdownMenu.Item className="menu-item danger" onSelect={() => void killFish(open.runId, fish)}>
              <Icon name="skull" size={14} />
              Kill {name}
            </DropdownMenu.Item>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
