import { t } from '#engine/core/text.ts';
import { isOnCanvas } from '../canvas/focusItem.ts';
import { endEditGesture } from '../documents/store.ts';
import { announce } from '../ui/announce.ts';
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

const NAMES: Record<string, string> = {
  Delete: t`Del`,
  Escape: t`Esc`,
  Backspace: '⌫',
  Enter: '↵',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

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

/** A control has its own use for these keys. */
const isOnControl = ({ target, key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  target instanceof Element &&
  target.closest('button, a, [role="tab"], [role="slider"], [role="separator"], input') !== null &&
  CONTROL_KEYS.has(key) &&
  !ctrlKey &&
  !metaKey &&
  !altKey;

function commandFor(event: KeyboardEvent): { command: Command; shortcut: string } | null {
  const { target } = event;
  const inField = isField(target);
  const inLayer = target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null;
  for (const command of COMMANDS) {
    if (command.keyHandledElsewhere === true) continue;
    if ((inField || inLayer) && command.worksInFields !== true) continue;
    const shortcut = command.shortcuts?.find((one) => matches(one, event));
    if (shortcut === undefined || (command.onCanvas === true && !isOnCanvas(target))) continue;
    return { command, shortcut };
  }
  return null;
}

/** Listens to the keys of all commands; returns how to stop. */
export function startShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isOnControl(event)) return;
    const found = commandFor(event);
    if (found === null) return;
    event.preventDefault();
    const reason = found.command.blocked();
    if (reason === null) void execute(found.command, found.shortcut);
    else announce(reason);
  };
  // Arrow keys move nodes for as long as they are held: that is one step.
  const onKeyUp = ({ key }: KeyboardEvent): void => {
    if (/^Arrow/.test(key)) endEditGesture();
  };
  window.addEventListener('keydown', onKeyDown);
  window.addEventListener('keyup', onKeyUp);
  return () => {
    window.removeEventListener('keydown', onKeyDown);
    window.removeEventListener('keyup', onKeyUp);
  };
}
