import type { MenuCommand } from '../shell/bridge.ts';
import type { IconName } from '../ui/Icon.tsx';

/** Something a person can ask for. It exists once; toolbar, menus, palette, context menus and keys all use it. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Where the desktop's menu bar has it; `canvas`: only on the canvas, by key, palette and context menu. */
  readonly menu: MenuCommand['menu'] | 'canvas';
  readonly icon?: IconName;
  /** `Mod` is Ctrl, or Cmd on a Mac: `Mod+Shift+S`, `Delete`, `/`. The first is shown. */
  readonly shortcuts?: readonly string[];
  /** The browser itself turns the key into an event that is handled elsewhere (copy, cut, paste). */
  readonly keyHandledElsewhere?: true;
  /** The key works while typing in a field, too. */
  readonly worksInFields?: true;
  /** The key works only while the focus is on the canvas, or on nothing. */
  readonly onCanvas?: true;
  /** A longer label of the moment: "Undo move 3 nodes". */
  title?(): string;
  /** Why it cannot be done now, as a sentence; null when it can. */
  blocked(): string | null;
  /** `shortcut`: the key it was called by, where a command has several. */
  run(shortcut?: string): void | Promise<void>;
}

export const always = (): null => null;
