import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SettingsFile, visibleBounds } from './settings.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shuurai-settings-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('shell settings', () => {
  it('come back after a restart', async () => {
    const first = new SettingsFile(dir);
    await first.update({ maximized: true });
    await first.addRecent('/a.swarm');
    await first.addRecent('/b.swarm');
    await first.addRecent('/a.swarm');
    expect(new SettingsFile(dir).value).toMatchObject({ maximized: true, recent: ['/a.swarm', '/b.swarm'] });
  });

  it('start from defaults when the file is damaged', async () => {
    await writeFile(join(dir, 'shell.json'), '{"bounds": {"wid');
    expect(new SettingsFile(dir).value).toMatchObject({ maximized: false, recent: [] });
  });

  it('keep at most twelve recent files', async () => {
    const settings = new SettingsFile(dir);
    for (let i = 0; i < 20; i++) await settings.addRecent(`/${i}.swarm`);
    expect(settings.value.recent).toHaveLength(12);
    expect(settings.value.recent[0]).toBe('/19.swarm');
  });
});

describe('remembered window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  it('opens where it was', () => {
    expect(visibleBounds({ x: 100, y: 50, width: 1280, height: 800 }, [screen])).toEqual({
      x: 100,
      y: 50,
      width: 1280,
      height: 800,
    });
  });
  it('does not open on a display that is gone', () => {
    expect(visibleBounds({ x: 2500, y: 50, width: 1280, height: 800 }, [screen])).toEqual({
      width: 1280,
      height: 800,
    });
  });
});
