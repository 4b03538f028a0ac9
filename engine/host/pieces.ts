import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Piece, pieceSchema } from '../protocol/api/kept.ts';
import { writeFileAtomic } from '../runs/atomicFile.ts';

/** The user's own pieces of swarms, one file each, whole or not at all. */
export class Pieces {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** The oldest first; a damaged one is left on disk and passed over. */
  list(): Piece[] {
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .flatMap((name) => this.#read(name) ?? [])
      .sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id));
  }

  save(piece: Piece): void {
    writeFileAtomic(this.#path(piece.id), JSON.stringify(piece));
  }

  delete(id: string): void {
    rmSync(this.#path(id), { force: true });
  }

  #read(name: string): Piece | null {
    try {
      const parsed = pieceSchema.safeParse(JSON.parse(readFileSync(join(this.#folder, name), 'utf8')));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  }

  /** Ids are letters, digits and hyphens (checked by the protocol). */
  #path(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}
