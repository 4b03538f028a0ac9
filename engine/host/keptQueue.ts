import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomic } from '../runs/atomicFile.ts';

const schema = z.object({
  /** How many runs train at the same time. */
  limit: z.int().min(1).max(8),
  /** Ids of the runs that wait, the next one first. */
  waiting: z.array(z.string()),
});
export type QueueRecord = z.output<typeof schema>;

/** `queue.json`: what waited when the engine was last alive, so that its death loses no run that was asked for. */
export class KeptQueue {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  read(): QueueRecord {
    try {
      return schema.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      return { limit: 1, waiting: [] }; // none was kept yet, or it is damaged: the runs themselves are safe
    }
  }

  write(record: QueueRecord): void {
    writeFileAtomic(this.#path, JSON.stringify(record));
  }
}
