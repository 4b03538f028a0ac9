import { DropdownMenu } from 'radix-ui';
import { commandById } from '../commands/registry.ts';
import { Icon } from '../ui/Icon.tsx';
import { CommandMenuItem } from './CommandMenuItem.tsx';

const GROUPS = [
  ['new', 'open', 'templates'],
  ['save', 'save-as', 'save-template'],
  ['import-data'],
  ['toggle-palette', 'toggle-inspector', 'toggle-runs'],
  ['shortcuts', 'close'],
];

/** The commands of files and windows, where a browser has no menu bar. */
export function FileMenu() {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="btn quiet file-menu">
          File
          <Icon name="down" size={12} />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4} collisionPadding={8}>
          {GROUPS.map((ids, index) => (
            <DropdownMenu.Group key={ids[0]}>
              {index > 0 && <DropdownMenu.Separator className="menu-line" />}
              {ids
                .flatMap((id) => commandById(id) ?? [])
                .map((command) => (
                  <CommandMenuItem key={command.id} command={command} Item={DropdownMenu.Item} />
                ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
