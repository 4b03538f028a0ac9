import { Tooltip } from 'radix-ui';
import { Icon } from '../ui/Icon.tsx';
import type { Command } from './command.ts';
import { execute } from './execute.ts';
import { shortcutText } from './shortcuts.ts';
import { useCommandState } from './useCommandState.ts';

interface CommandButtonProps {
  readonly command: Command;
  readonly look?: 'plain' | 'primary' | 'icon' | 'quiet';
  /** Another word than the command's, where the place says the rest. */
  readonly label?: string;
}

/** A button for a command: disabled with the reason while it cannot run, and still reachable to read that reason. */
export function CommandButton({ command, look = 'plain', label }: CommandButtonProps) {
  const { title, blocked } = useCommandState(command);
  const shortcut = command.shortcuts?.[0];
  const className = { plain: '', primary: 'primary', icon: 'quiet icon', quiet: 'quiet' }[look];
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button
          type="button"
          className={`btn ${className}`}
          data-command={command.id}
          aria-disabled={blocked !== null}
          aria-label={look === 'icon' ? (label ?? title) : undefined}
          onClick={() => void execute(command)}
        >
          {command.icon !== undefined && <Icon name={command.icon} size={look === 'icon' ? 16 : 14} />}
          {look !== 'icon' && (label ?? command.label)}
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tooltip" side="bottom" sideOffset={6} collisionPadding={8}>
          {blocked ?? title}
          {blocked === null && shortcut !== undefined && (
            <span className="kbd">{shortcutText(shortcut)}</span>
          )}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
