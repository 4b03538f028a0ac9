import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Drafts } from './drafts.ts';
import { keepUpload, safeFileName } from './uploads.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shuurai-host-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('uploads', () => {
  it('keeps the bytes under the name the person knows', async () => {
    const path = keepUpload(folder, 'données 1.csv', Buffer.from('text,label\na,b\n').toString('base64'));
    expect(path.endsWith(`${sep}données 1.csv`)).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('text,label\na,b\n');
  });

  it('does not let a second file of the same name replace the first', async () => {
    const first = keepUpload(folder, 'a.csv', Buffer.from('1').toString('base64'));
    const second = keepUpload(folder, 'a.csv', Buffer.from('2').toString('base64'));
    expect(second).not.toBe(first);
    expect(await readFile(first, 'utf8')).toBe('1');
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\windows\\evil.csv', 'evil.csv'],
    ['...', 'data'],
    ['a\u0000b<>.csv', 'a_b__.csv'],
    ['', 'data'],
  ])('makes %j harmless', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });
});

describe('drafts', () => {
  const draft = (id: string, order: number) => ({
    id,
    fileName: null,
    dirty: true,
    order,
    document: '{}',
    runId: null,
    disk: null,
  });

  it('come back in the order of their tabs after a restart', () => {
    const drafts = new Drafts(folder);
    drafts.save(draft('b', 2));
    drafts.save(draft('a', 1));
    drafts.save({ ...draft('b', 2), document: '{"version":1}' });
    expect(new Drafts(folder).list()).toEqual([
      draft('a', 1),
      { ...draft('b', 2), document: '{"version":1}' },
    ]);
    drafts.delete('a');
    expect(drafts.list().map(({ id }) => id)).toEqual(['b']);
  });

  it('pass over a damaged file without losing the others', async () => {
    const drafts = new Drafts(folder);
    drafts.save(draft('a', 1));
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(folder, 'broken.json'), '{"id": "bro');
    expect(drafts.list().map(({ id }) => id)).toEqual(['a']);
  });
});
