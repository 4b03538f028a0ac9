import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Pieces } from './pieces.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shuurai-pieces-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const piece = (id: string, createdAt: number, name = id) => ({ id, name, createdAt, document: '{}' });

describe('pieces', () => {
  it('come back after a restart, the oldest first, under the newest name', () => {
    const pieces = new Pieces(folder);
    pieces.save(piece('b', 2));
    pieces.save(piece('a', 3));
    pieces.save(piece('b', 2, 'School of four'));
    expect(new Pieces(folder).list()).toEqual([piece('b', 2, 'School of four'), piece('a', 3)]);
    pieces.delete('b');
    pieces.delete('never there');
    expect(pieces.list().map(({ id }) => id)).toEqual(['a']);
  });

  it('pass over a damaged file without losing the others', async () => {
    const pieces = new Pieces(folder);
    pieces.save(piece('a', 1));
    await writeFile(join(folder, 'broken.json'), '{"id": "bro');
    await writeFile(join(folder, 'foreign.json'), '{"id": "../x", "name": ""}');
    expect(pieces.list().map(({ id }) => id)).toEqual(['a']);
  });
});
