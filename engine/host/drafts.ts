import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Draft, draftSchema } from '../protocol/api/kept.ts';
import { writeFileAtomic } from '../runs/atomicFile.ts';

/** Autosaved documents of every tab, one file each, whole or not at all. */
export class Drafts {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** In the order of their tabs; a damaged one is left on disk and passed over. */
  list(): Draft[] {
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .flatMap((name) => {
        try {
          const parsed = draftSchema.safeParse(JSON.parse(readFileSync(join(this.#folder, name), 'utf8')));
          return parsed.success ? [parsed.data] : [];
        } catch {
          return [];
        }
      })
      .sort((a, b) => a.order - b.order);
  }

  save(draft: Draft): void {
    writeFileAtomic(this.#path(draft.id), JSON.stringify(draft));
  }

  delete(id: string): void {
    rmSync(this.#path(id), { force: true });
  }

  /** Ids are letters, digits and hyphens (checked by the protocol). */
  #path(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}
