import { mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GrantedDocuments, MAX_DOCUMENT_BYTES, writeAtomically } from './documents.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shuurai-documents-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('documents of the desktop shell', () => {
  it('opens a file and saves it again', async () => {
    const path = join(dir, 'a.swarm');
    await writeFile(path, 'one');
    const documents = new GrantedDocuments();
    expect(await documents.read(path)).toEqual({ path, name: 'a.swarm', text: 'one' });
    await documents.write(path, 'two');
    expect(await readFile(path, 'utf8')).toBe('two');
    expect(await readdir(dir)).toEqual(['a.swarm']);
  });

  it('opens a file in the UTF-16 of a Windows shell, and saves UTF-8', async () => {
    const path = join(dir, 'wide.swarm');
    const wide = Buffer.from('\ufeffFische', 'utf16le');
    const documents = new GrantedDocuments();
    for (const bytes of [wide, Buffer.from(wide).swap16()]) {
      await writeFile(path, bytes);
      expect(await documents.read(path)).toMatchObject({ text: 'Fische' });
    }
    await documents.write(path, 'Fische');
    expect(await readFile(path)).toEqual(Buffer.from('Fische'));
  });

  it('does not write to a path nobody chose', async () => {
    const path = join(dir, 'victim.txt');
    await writeFile(path, 'mine');
    await expect(new GrantedDocuments().write(path, 'theirs')).rejects.toThrow(/Save as/);
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  it('tells when a file was changed, and reads it again, but only one that was opened', async () => {
    const path = join(dir, 'a.swarm');
    await writeFile(path, 'one');
    const documents = new GrantedDocuments();
    await expect(documents.modified(path)).rejects.toThrow(/was not opened/);
    await documents.read(path);
    const before = await documents.modified(path);
    await writeFile(path, 'two');
    await utimes(path, new Date(), new Date(Date.now() + 5000));
    expect(await documents.modified(path)).not.toBe(before);
    expect(await documents.readAgain(path)).toMatchObject({ text: 'two' });
    await rm(path);
    expect(await documents.modified(path)).toBeNull();
  });

  it('leaves the old file and no litter when saving fails', async () => {
    const path = join(dir, 'folder-in-the-way');
    await writeFile(join(dir, 'keep.swarm'), 'old');
    await writeAtomically(join(dir, 'keep.swarm'), 'new');
    await expect(writeAtomically(join(path, 'x.swarm'), 'text')).rejects.toThrow(/could not be saved/);
    expect(await readdir(dir)).toEqual(['keep.swarm']);
  });

  it('says what is wrong with a missing file, a folder and a giant', async () => {
    const documents = new GrantedDocuments();
    await expect(documents.read(join(dir, 'none.swarm'))).rejects.toThrow(/does not exist/);
    await expect(documents.read(dir)).rejects.toThrow(/not a file/);
    const giant = join(dir, 'giant.swarm');
    await writeFile(giant, '');
    await truncate(giant, MAX_DOCUMENT_BYTES + 1);
    await expect(documents.read(giant)).rejects.toThrow(/larger than 64 MB/);
  });
});
