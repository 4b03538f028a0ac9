import { DropdownMenu } from 'radix-ui';
import { t } from '#engine/core/text.ts';
import { FISH_COMMANDS } from '../commands/fishCommands.ts';
import { lookOf, lookWord } from '../live/fishLook.ts';
import { useRun } from '../live/runStore.ts';
import { formatPercent, formatValue } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { closeFishMenu, useFishMenu } from './fishMenuStore.ts';

/** The menu that opens at a fish's glyph: how it does, and what can be done to it. */
export function FishMenu() {
  const open = useFishMenu((state) => state.open);
  const runId = open?.runId ?? null;
  const fish = open?.fish ?? '';
  const name = useRun(runId, (run) => run.fish.find(({ id }) => id === fish)?.name) ?? fish;
  const word = useRun(runId, (run) => lookWord(lookOf(run, fish)));
  const accuracy = useRun(runId, (run) => run.latest[`fish/${fish}/accuracy`]);
  const loss = useRun(runId, (run) => run.latest[`fish/${fish}/loss`]);
  // As text, so that the same commands are the same.
  const fitting = useRun(runId, (run) =>
    FISH_COMMANDS.filter((command) => command.fits(run, fish))
      .map(({ id }) => id)
      .join(' '),
  );
  if (open === null) return null;
  const ids = new Set(fitting?.split(' '));
  const commands = FISH_COMMANDS.filter(({ id }) => ids.has(id));
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
          <DropdownMenu.Label className="menu-title">{t`${name} · ${word ?? ''} · accuracy ${formatPercent(accuracy)} · loss ${formatValue(loss)}`}</DropdownMenu.Label>
          {commands.length === 0 && (
            <DropdownMenu.Item
              className="menu-item"
              disabled
            >{t`It left the swarm for good.`}</DropdownMenu.Item>
          )}
          {commands.map((command) => (
            <DropdownMenu.Item
              key={command.id}
              className={`menu-item ${command.harms ? 'danger' : ''}`}
              data-command={command.id}
              onSelect={() => void command.order(open.runId, fish)}
            >
              <Icon name={command.icon} size={14} />
              {t`${command.verb} ${name}`}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
