import { t } from '#engine/core/text.ts';
import type { Command } from './command.ts';
import { execute } from './execute.ts';
import { COMMANDS } from './registry.ts';

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

type KeyLike = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether a key event is the shortcut. `Mod` is Cmd on a Mac and Ctrl elsewhere. */
export function matches(shortcut: string, event: KeyLike, mac = isMac): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  const mod = mac ? event.metaKey : event.ctrlKey;
  const otherMod = mac ? event.ctrlKey : event.metaKey;
  if (mod !== wants('Mod') || otherMod || event.altKey !== wants('Alt')) return false;
  // Signs such as ? and / need Shift on some keyboards: there the sign decides, not Shift.
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!isSign && event.shiftKey !== wants('Shift')) return false;
  if (/^[0-9]$/.test(key)) return event.code === `Digit${key}`;
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  // Alt changes the letter on some keyboards; the key's place does not change.
  return event.altKey && event.code === `Key${key.toUpperCase()}`;
}

const NAMES: Record<string, string> = { Delete: t`Del`, Escape: t`Esc`, Backspace: '⌫', Enter: '↵' };

/** A shortcut as it is printed: "Ctrl Shift S". */
export function shortcutText(shortcut: string, mac = isMac): string {
  return shortcut
    .split('+')
    .map((part) =>
      part === 'Mod' ? (mac ? '⌘' : t`Ctrl`) : part === 'Alt' && mac ? '⌥' : (NAMES[part] ?? part),
    )
    .join(' ');
}

/** The Electron accelerator of a shortcut. */
export const accelerator = (shortcut: string): string => shortcut.replace('Mod', 'CmdOrCtrl');

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && (target.type === 'range' || target.type === 'checkbox'));

/** Keys that also work a focused control; commands leave them to it. */
const CONTROL_KEYS = new Set(['Enter', ' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Escape']);

function commandFor(event: KeyboardEvent): Command | undefined {
  const inField = isField(event.target);
  const inLayer =
    event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"]') !== null;
  return COMMANDS.find((command) => {
    if (command.keyHandledElsewhere === true) return false;
    if ((inField || inLayer) && command.worksInFields !== true) return false;
    return command.shortcuts?.some((shortcut) => matches(shortcut, event)) ?? false;
  });
}

/** Listens to the keys of all commands; returns how to stop. */
export function startShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = commandFor(event);
    if (command === undefined) return;
    const onControl =
      event.target instanceof Element && event.target.closest('button, a, [role="tab"]') !== null;
    if (onControl && CONTROL_KEYS.has(event.key) && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    void execute(command);
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}
