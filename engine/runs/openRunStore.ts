import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import type { RunListing, RunPage, RunQuery, RunSummary } from '../protocol/api/runs.ts';
import { runsRoot } from './home.ts';
import { makeFolder } from './makeFolder.ts';
import { RunFolder } from './runFolder.ts';
import { newRunId, RUN_ID } from './runId.ts';
import { RunIndex } from './runIndex.ts';
import { storeError } from './storeError.ts';
import type { NewRun, RunHandle, RunStore } from './types.ts';

const INDEX = 'index.sqlite';

class FolderRunStore implements RunStore {
  readonly root: string;
  readonly #index: RunIndex;

  constructor(root: string) {
    this.root = resolve(root);
    try {
      makeFolder(this.root);
    } catch (thrown) {
      throw storeError(thrown, this.root);
    }
    this.#index = new RunIndex(join(this.root, INDEX));
    this.#addUnknown();
  }

  create(run: NewRun, dir?: string): RunHandle {
    let id = newRunId(run.name);
    while (this.#index.find(id) !== null) id = newRunId(run.name);
    const folder = dir === undefined ? join(this.root, id) : resolve(dir);
    const { document, ...rest } = run;
    const summary: RunSummary = {
      ...rest,
      id,
      state: 'queued',
      createdAt: Date.now(),
      round: 0,
      metrics: {},
      runDir: folder,
      error: null,
      tags: [],
      note: '',
    };
    return RunFolder.create(folder, summary, document, (changed) => this.#index.put(changed));
  }

  open(idOrPath: string): RunHandle {
    return this.#openFolder(this.#locate(idOrPath));
  }

  list(): readonly RunListing[] {
    this.#refreshActive();
    return this.#present(this.#index.all());
  }

  query(query: RunQuery): RunPage {
    this.#refreshActive();
    const page = this.#index.page(query);
    // A folder that was removed by hand is forgotten; then the page is another one.
    return this.#present(page.runs).length === page.runs.length ? page : this.#index.page(query);
  }

  delete(idOrPath: string): void {
    const dir = this.#locate(idOrPath);
    RunFolder.delete(dir);
    this.#index.remove(dir);
  }

  close(): void {
    this.#index.close();
  }

  /** What the index says of runs at work is old by now. */
  #refreshActive(): void {
    for (const known of this.#index.active()) {
      if (!RunFolder.exists(known.runDir)) continue;
      try {
        const folder = this.#openFolder(known.runDir);
        try {
          this.#index.put(folder.listing());
        } finally {
          folder.close();
        }
      } catch {
        this.#index.put({ ...known, state: 'interrupted' }); // its database cannot be read; the index remembers it
      }
    }
  }

  /** Those whose folder is still there; the index forgets the others. */
  #present(runs: readonly RunListing[]): readonly RunListing[] {
    return runs.filter(({ runDir }) => {
      const exists = RunFolder.exists(runDir);
      if (!exists) this.#index.remove(runDir);
      return exists;
    });
  }

  #openFolder(dir: string): RunFolder {
    return RunFolder.open(dir, (changed) => this.#index.put(changed));
  }

  /** An id first, then a folder's path. */
  #locate(idOrPath: string): string {
    if (RUN_ID.test(idOrPath)) {
      const inRoot = join(this.root, idOrPath);
      if (RunFolder.exists(inRoot)) return inRoot;
      const known = this.#index.find(idOrPath);
      if (known !== null && RunFolder.exists(known)) return known;
    }
    const path = resolve(idOrPath);
    if (RunFolder.exists(path)) return path;
    throw new ShuuraiError(
      'not-found',
      t`There is no run "${idOrPath}": neither a run of that name nor a run's folder. \`shuurai runs list\` shows the runs there are.`,
      { details: { run: idOrPath } },
    );
  }

  /** Folders the index does not know: it was lost, or they were copied here. */
  #addUnknown(): void {
    const known = this.#index.folders();
    for (const entry of readdirSync(this.root, { withFileTypes: true })) {
      const dir = join(this.root, entry.name);
      if (!entry.isDirectory() || known.has(dir) || !RunFolder.exists(dir)) continue;
      try {
        const folder = this.#openFolder(dir);
        this.#index.put(folder.listing());
        folder.close();
      } catch {
        // Not a readable run: opening it by name tells why.
      }
    }
  }
}

/** The run store in `root`, by default in the user's data folder. */
export function openRunStore(root: string = runsRoot()): RunStore {
  return new FolderRunStore(root);
}
