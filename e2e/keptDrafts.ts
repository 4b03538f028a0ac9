import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { draftSchema } from '../engine/protocol/api/kept.ts';

/** The names of the swarms the engine of a home keeps drafts of, in the order of their tabs. */
export async function keptDrafts(home: string): Promise<readonly string[]> {
  const folder = join(home, 'drafts');
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  const drafts = await Promise.all(
    files.map(async (name) => draftSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
  );
  return drafts
    .toSorted((a, b) => a.order - b.order)
    .map(({ document }) => (JSON.parse(document) as { readonly meta: { readonly name: string } }).meta.name); // a draft is a document
}
