import type { ContextMenu, DropdownMenu } from 'radix-ui';
import type { Command } from '../commands/command.ts';
import { execute } from '../commands/execute.ts';
import { shortcutText } from '../commands/shortcuts.ts';
import { useCommandState } from '../commands/useCommandState.ts';
import { Icon } from '../ui/Icon.tsx';

interface CommandMenuItemProps {
  readonly command: Command;
  /** The item of the menu it stands in. */
  readonly Item: typeof DropdownMenu.Item | typeof ContextMenu.Item;
}

/** A command in a menu: icon, label, key. */
export function CommandMenuItem({ command, Item }: CommandMenuItemProps) {
  const { title, blocked } = useCommandState(command);
  const shortcut = command.shortcuts?.[0];
  return (
    <Item
      className={`menu-item ${command.id.startsWith('delete') || ('harms' in command && command.harms === true) ? 'danger' : ''}`}
      disabled={blocked !== null}
      data-command={command.id}
      onSelect={() => void execute(command)}
    >
      {command.icon === undefined ? <span className="menu-gap" /> : <Icon name={command.icon} size={14} />}
      {title}
      {shortcut !== undefined && <span className="kbd">{shortcutText(shortcut)}</span>}
    </Item>
  );
}
