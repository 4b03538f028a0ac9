import { DropdownMenu } from 'radix-ui';
import { t } from '#engine/core/text.ts';
import { commandById } from '../commands/registry.ts';
import { Icon } from '../ui/Icon.tsx';
import { CommandMenuItem } from './CommandMenuItem.tsx';

const EXPORTS = [
  'export-png',
  'export-svg',
  'export-json',
  'export-yaml',
  'export-mermaid',
  'export-metrics',
];
const GROUPS: readonly (readonly string[])[] = [
  ['new', 'open', 'templates'],
  ['save', 'save-as', 'save-template', 'exports'],
  ['import-data'],
  ['toggle-palette', 'toggle-inspector', 'toggle-runs'],
  ['settings', 'shortcuts', 'close'],
];

const items = (ids: readonly string[]) =>
  ids
    .flatMap((id) => commandById(id) ?? [])
    .map((command) => <CommandMenuItem key={command.id} command={command} Item={DropdownMenu.Item} />);

function ExportMenu() {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="menu-item" data-menu="export">
        <Icon name="export" size={14} />
        {t`Export`}
        <span className="aside-end">
          <Icon name="chevron" size={12} />
        </span>
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className="menu" sideOffset={4} collisionPadding={8}>
          {items(EXPORTS)}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

/** The commands of files and windows, where a browser has no menu bar. */
export function FileMenu() {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="btn quiet file-menu">
          {t`File`}
          <Icon name="down" size={12} />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4} collisionPadding={8}>
          {GROUPS.map((ids, index) => (
            <DropdownMenu.Group key={ids[0]}>
              {index > 0 && <DropdownMenu.Separator className="menu-line" />}
              {ids.flatMap((id) => (id === 'exports' ? [<ExportMenu key={id} />] : items([id])))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
