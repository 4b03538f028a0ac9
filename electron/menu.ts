import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, MenuWords } from '#renderer/shell/bridge.ts';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly commands: readonly MenuCommand[];
  readonly words: MenuWords;
  readonly recent: readonly string[];
  readonly run: (commandId: string) => void;
  readonly openRecent: (path: string) => void;
}

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };

/** The application menu, from the page's command registry: the menu invents no action of its own. */
export function menuTemplate({ platform, commands, words, recent, run, openRecent }: MenuOptions): Item[] {
  const of = (menu: MenuCommand['menu']): Item[] =>
    commands
      .filter((command) => command.menu === menu)
      .map((command) => ({
        id: command.id,
        label: command.label,
        enabled: command.enabled,
        ...(command.accelerator === undefined ? {} : { accelerator: command.accelerator }),
        // The page listens to the same keys; registering them here too would run a command twice. macOS registers
        // all the same: there the page names no key that a text field needs.
        registerAccelerator: false,
        click: () => run(command.id),
      }));

  const recentItems: Item[] =
    recent.length === 0
      ? [{ label: words.noRecent, enabled: false }]
      : recent.map((path) => ({ label: path, click: () => openRecent(path) }));
  // On macOS the keys of text fields are menu entries; these lie under the page's own "Undo" and "Select all".
  const fieldKeys: Item[] =
    platform !== 'darwin'
      ? []
      : (['undo', 'redo', 'selectAll'] as const).map((role) => ({
          role,
          visible: false,
          acceleratorWorksWhenHidden: true,
        }));
  const quit: Item[] = platform === 'darwin' ? [] : [separator, { role: 'quit' }];

  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } satisfies Item] : []),
    {
      label: words.file,
      submenu: [...of('file'), separator, { label: words.openRecent, submenu: recentItems }, ...quit],
    },
    // Text fields need the system's own editing entries beside the canvas commands.
    {
      label: words.edit,
      submenu: [...of('edit'), separator, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, ...fieldKeys],
    },
    {
      label: words.view,
      submenu: [
        ...of('view'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    },
    { label: words.run, submenu: of('run') },
    { role: 'windowMenu' },
    { label: words.help, submenu: of('help') },
  ];
}
