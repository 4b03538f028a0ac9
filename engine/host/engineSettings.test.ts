import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KeptSettings } from './engineSettings.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuurai-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const path = (): string => join(folder, 'settings.json');

test('what was set is there after a restart', () => {
  new KeptSettings(path()).set({ executor: 'tfjs', threads: 2 });
  expect(new KeptSettings(path()).value).toEqual({ executor: 'tfjs', threads: 2 });
  expect(readFileSync(path(), 'utf8')).toContain('"executor": "tfjs"');
});

test('a damaged file is as none, and one wrong value spoils no other', () => {
  expect(new KeptSettings(path()).value).toEqual({ executor: 'auto', threads: null });
  for (const text of ['', '{ "executor', '[]', 'null', '7']) {
    writeFileSync(path(), text);
    expect(new KeptSettings(path()).value).toEqual({ executor: 'auto', threads: null });
  }
  writeFileSync(path(), '{ "executor": "abacus", "threads": 3, "of-tomorrow": true }');
  expect(new KeptSettings(path()).value).toEqual({ executor: 'auto', threads: 3 });
});
