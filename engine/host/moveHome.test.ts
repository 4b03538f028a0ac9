import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moveEverything } from './moveHome.ts';

/** A file system of its own on Linux, as another drive is. */
const OTHER_DRIVE = '/dev/shm';
const hasOther = existsSync(OTHER_DRIVE) && statSync(OTHER_DRIVE).dev !== statSync(tmpdir()).dev;

describe.each([
  ['on the same drive', tmpdir(), false],
  ['on another drive', OTHER_DRIVE, !hasOther],
])('everything moves to a folder %s', (_place, parent, isMissing) => {
  let home: string;
  let target: string;
  const note = (folder: string): string => join(folder, 'runs', 'a', 'document.json');
  beforeEach((context) => {
    if (isMissing) context.skip('there is no other drive');
    home = mkdtempSync(join(tmpdir(), 'shuurai-move-'));
    target = mkdtempSync(join(parent, 'shuurai-move-'));
    mkdirSync(join(home, 'runs', 'a'), { recursive: true });
    writeFileSync(note(home), '{}');
    writeFileSync(join(home, 'queue.json'), '[]');
  });
  afterEach(() => {
    for (const folder of [home, target]) if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('and is gone from the old one only when the new one is chosen', () => {
    let before = '';
    moveEverything(home, target, () => {
      before = readFileSync(note(target), 'utf8');
    });
    expect(before).toBe('{}');
    expect(readFileSync(join(target, 'queue.json'), 'utf8')).toBe('[]');
    expect(existsSync(join(home, 'runs'))).toBe(false);
    expect(existsSync(join(home, 'queue.json'))).toBe(false);
  });

  it('or not at all, where the choice cannot be kept', () => {
    const refuse = () => {
      throw new Error('no space left');
    };
    expect(() => moveEverything(home, target, refuse)).toThrow(/Nothing was moved to .*no space left/);
    expect(readFileSync(note(home), 'utf8')).toBe('{}');
    expect(existsSync(join(home, 'queue.json'))).toBe(true);
    expect(existsSync(join(target, 'runs'))).toBe(false);
  });
});
