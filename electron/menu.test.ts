import { describe, expect, it } from 'vitest';
import { menuTemplate } from './menu.ts';

const commands = [
  { id: 'save', label: 'Save', menu: 'file', accelerator: 'CmdOrCtrl+S', enabled: true },
  { id: 'run', label: 'Run', menu: 'run', enabled: false },
] as const;

const words = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  run: 'Run',
  help: 'Help',
  openRecent: 'Open recent',
  noRecent: 'No recent files',
};

function template(platform: NodeJS.Platform, ran: string[] = [], recent: string[] = []) {
  return menuTemplate({
    platform,
    commands,
    words,
    recent,
    run: (id) => ran.push(id),
    openRecent: (path) => ran.push(`open ${path}`),
  });
}

function find(
  items: ReturnType<typeof template>,
  label: string,
): ReturnType<typeof template>[number] | undefined {
  for (const item of items) {
    if (item.label === label) return item;
    const inside = Array.isArray(item.submenu) ? find(item.submenu, label) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function click(item: ReturnType<typeof find>): void {
  const action = item?.click;
  if (action === undefined) throw new Error('no such menu item');
  (action as () => void)(); // the template's click ignores Electron's arguments
}

describe('application menu', () => {
  it('runs the command of the registry, with its shortcut shown and its state kept', () => {
    const ran: string[] = [];
    const items = template('linux', ran);
    const save = find(items, 'Save');
    expect(save?.accelerator).toBe('CmdOrCtrl+S');
    click(save);
    expect(ran).toEqual(['save']);
    expect(find(items, 'Run')).toBeDefined();
    expect(
      items
        .flatMap((item) => (Array.isArray(item.submenu) ? item.submenu : []))
        .find((item) => item.id === 'run')?.enabled,
    ).toBe(false);
  });

  it('leaves undo and select all to a text field on macOS, where its keys are menu entries', () => {
    const roles = (platform: NodeJS.Platform) => JSON.stringify(template(platform));
    for (const role of ['undo', 'redo', 'selectAll', 'cut', 'copy', 'paste'])
      expect(roles('darwin')).toContain(`"role":"${role}"`);
    expect(roles('linux')).not.toContain('"role":"selectAll"');
  });

  it('lists recent files, and says when there are none', () => {
    expect(find(template('linux'), 'No recent files')?.enabled).toBe(false);
    const ran: string[] = [];
    const item = find(template('linux', ran, ['/home/a/x.swarm']), '/home/a/x.swarm');
    click(item);
    expect(ran).toEqual(['open /home/a/x.swarm']);
  });

  it('has the application menu on macOS and Quit elsewhere', () => {
    expect(template('darwin')[0]).toMatchObject({ role: 'appMenu' });
    const file = template('win32')[0];
    expect(JSON.stringify(file)).toContain('"role":"quit"');
  });
});
