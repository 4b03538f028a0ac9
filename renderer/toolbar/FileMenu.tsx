import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { t } from '#engine/core/text.ts';
import { commandById } from '../commands/registry.ts';
import { Icon } from '../ui/Icon.tsx';
import { CommandMenuItem } from './CommandMenuItem.tsx';
import { RecentMenu } from './RecentMenu.tsx';

const EXPORTS = [
  'export-png',
  'export-svg',
  'export-json',
  'export-yaml',
  'export-mermaid',
  'export-metrics',
  'export-events',
];
const GROUPS: readonly (readonly string[])[] = [
  ['new', 'open', 'recent', 'templates'],
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

/** A command, or a menu of its own. The desktop has recent files in the menu of its window. */
function entries(id: string): ReactNode[] {
  if (id === 'exports') return [<ExportMenu key={id} />];
  if (id === 'recent') return window.shuurai === undefined ? [<RecentMenu key={id} />] : [];
  return items([id]);
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
              {ids.flatMap(entries)}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
