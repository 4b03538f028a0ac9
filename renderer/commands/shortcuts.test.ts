import { describe, expect, it } from 'vitest';
import { COMMANDS } from './registry.ts';
import { matches, shortcutText } from './shortcuts.ts';

const key = (name: string, held: string[] = [], code = '') => ({
  key: name,
  code,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
});

describe('shortcuts', () => {
  it('takes Ctrl for Mod, and Cmd on a Mac', () => {
    expect(matches('Mod+S', key('s', ['ctrl']), false)).toBe(true);
    expect(matches('Mod+S', key('s', ['meta']), true)).toBe(true);
    expect(matches('Mod+S', key('s', ['ctrl']), true)).toBe(false);
    expect(matches('Mod+S', key('s'), false)).toBe(false);
    expect(matches('Mod+S', key('S', ['ctrl', 'shift']), false)).toBe(false);
    expect(matches('Mod+Shift+S', key('S', ['ctrl', 'shift']), false)).toBe(true);
  });

  it('takes signs however the keyboard makes them', () => {
    expect(matches('?', key('?', ['shift']), false)).toBe(true);
    expect(matches('/', key('/'), false)).toBe(true);
    expect(matches('/', key('/', ['shift'], 'Digit7'), false)).toBe(true);
  });

  it('takes the place of a key where a modifier changes its letter', () => {
    expect(matches('Shift+1', key('!', ['shift'], 'Digit1'), false)).toBe(true);
    expect(matches('Alt+N', key('˜', ['alt'], 'KeyN'), true)).toBe(true);
  });

  it('prints as people know them', () => {
    expect(shortcutText('Mod+Shift+S', false)).toBe('Ctrl Shift S');
    expect(shortcutText('Mod+K', true)).toBe('⌘ K');
  });

  it('belong to one command each, and so do ids', () => {
    const keys = COMMANDS.flatMap(({ shortcuts }) => shortcuts ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
  });
});
