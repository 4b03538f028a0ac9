import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RunId } from '../core/brand.ts';
import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import { isActive } from '../protocol/activeRun.ts';
import type { RunHistory, Series } from '../protocol/api/measured.ts';
import { type RunLabels, type RunListing, type RunSummary, runSummarySchema } from '../protocol/api/runs.ts';
import type { RunEvent, RunEventBody, RunState } from '../protocol/events.ts';
import { writeFileAtomic } from './atomicFile.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoints.ts';
import { folderBytes } from './folderBytes.ts';
import { makeFolder } from './makeFolder.ts';
import type { SeriesRange } from './pointSeries.ts';
import { RunDatabase } from './runDatabase.ts';
import { RunLock } from './runLock.ts';
import { storeError } from './storeError.ts';
import type { Checkpoint, RunHandle } from './types.ts';

const DATABASE = 'events.sqlite';
const SUMMARY = 'run.json';
const DOCUMENT = 'document.swarm';
const CHECKPOINTS = 'checkpoints';
const FILES = 'files';
/** Points of the small drawing in a list. */
const SPARK = 32;
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,100}$/;
/** All a run's folder holds; nothing else is ever deleted from it. */
const OURS =
  /^(events\.sqlite|owner\.lock)(-wal|-shm|-journal)?$|^(run\.json|document\.swarm|checkpoints|files)$|^\.tmp-/;

const notARun = (dir: string): ShuuraiError =>
  new ShuuraiError(
    'not-found',
    t`There is no run in ${dir}. \`shuurai runs list\` shows the runs there are.`,
    { details: { path: dir } },
  );

type OnChange = (listing: RunListing) => void;

/** The RunHandle of a run's folder. `onChange` hears of every change of state and labels, for the index. */
export class RunFolder implements RunHandle {
  readonly id: RunId;
  readonly dir: string;
  readonly #db: RunDatabase;
  readonly #onChange: OnChange;
  #lock: RunLock | null = null;

  private constructor(dir: string, db: RunDatabase, id: RunId, onChange: OnChange) {
    this.dir = dir;
    this.id = id;
    this.#db = db;
    this.#onChange = onChange;
  }

  /** `dir` must be new or empty. */
  static create(dir: string, summary: RunSummary, document: string, onChange: OnChange): RunFolder {
    try {
      makeFolder(dir);
      if (readdirSync(dir).length > 0) {
        const what = existsSync(join(dir, DATABASE)) ? t`already holds a run` : t`is not empty`;
        throw new ShuuraiError(
          'conflict',
          t`The folder ${dir} ${what}. Choose a new folder, or go on with the run in it with --resume.`,
          { details: { path: dir } },
        );
      }
    } catch (thrown) {
      throw storeError(thrown, dir);
    }
    const lock = RunLock.take(dir);
    try {
      const db = new RunDatabase(join(dir, DATABASE));
      db.insertRun(summary, document);
      db.commit();
      const folder = new RunFolder(dir, db, summary.id as RunId, onChange); // the caller made the id
      folder.#lock = lock;
      writeFileAtomic(join(dir, DOCUMENT), document);
      folder.#changed();
      return folder;
    } catch (thrown) {
      lock.release();
      throw storeError(thrown, dir);
    }
  }

  static exists(dir: string): boolean {
    return existsSync(join(dir, DATABASE));
  }

  static open(dir: string, onChange: OnChange): RunFolder {
    if (!RunFolder.exists(dir)) throw notARun(dir);
    const db = new RunDatabase(join(dir, DATABASE));
    try {
      return new RunFolder(dir, db, readRow(db, dir).id as RunId, onChange); // written by create
    } catch (thrown) {
      db.close();
      throw thrown;
    }
  }

  /** Removes what Shuurai wrote, and the folder itself if nothing else is in it. */
  static delete(dir: string): void {
    const lock = RunLock.tryTake(dir);
    if (lock === null) {
      throw new ShuuraiError('conflict', t`The run in ${dir} is running. Stop it before it is deleted.`);
    }
    lock.release();
    try {
      for (const name of readdirSync(dir)) {
        if (OURS.test(name)) rmSync(join(dir, name), { recursive: true, force: true });
      }
      if (readdirSync(dir).length === 0) rmdirSync(dir);
    } catch (thrown) {
      throw storeError(thrown, dir);
    }
  }

  summary(): RunSummary {
    const summary = readRow(this.#db, this.dir);
    if (!isActive(summary.state) || this.#lock !== null || RunLock.isHeld(this.dir)) return summary;
    return { ...summary, state: 'interrupted' };
  }

  listing(): RunListing {
    const summary = this.summary();
    const metric = summary.task === 'language-modelling' ? 'swarm/perplexity' : 'swarm/accuracy';
    const spark = this.#db.series([metric], SPARK)[0]?.last ?? [];
    return { ...summary, bytes: folderBytes(this.dir, OURS), spark: [...spark] };
  }

  document(): string {
    return this.#db.document();
  }

  claim(): void {
    if (this.#lock !== null) return;
    this.#lock = RunLock.take(this.dir);
    // The lock was free: whoever left an active state behind is dead.
    if (isActive(readRow(this.#db, this.dir).state)) this.setState('interrupted');
  }

  release(): void {
    this.#lock?.release();
    this.#lock = null;
  }

  update(change: Partial<Pick<RunSummary, 'state' | 'round' | 'metrics' | 'error' | 'executor'>>): void {
    this.#db.updateSummary(change);
    if (change.state !== undefined) this.#changed();
  }

  setState(state: RunState): void {
    this.update({ state });
  }

  label(labels: RunLabels): void {
    this.#db.label(labels);
    this.#changed();
  }

  append(round: number, time: number, body: RunEventBody): RunEvent {
    return this.#db.append(round, time, body);
  }

  interpose(state: RunState, from: readonly RunState[], reason?: string): RunEvent | null {
    const event = this.#db.interpose(state, from, reason);
    if (event !== null) this.#changed();
    return event;
  }

  events(
    after: number,
    limit: number,
    types?: readonly RunEventBody['type'][],
    figuresAfter?: number,
  ): readonly RunEvent[] {
    return this.#db.events(after, limit, types, figuresAfter);
  }

  lastEventId(): number {
    return this.#db.lastEventId();
  }

  epoch(): number {
    return this.#db.epoch();
  }

  lastCommonEvent(epoch: number): number {
    return this.#db.lastCommonEvent(epoch);
  }

  series(names: readonly string[], maxPoints: number, range?: SeriesRange): readonly Series[] {
    return this.#db.series(names, maxPoints, range);
  }

  history(buckets: number, least: number): RunHistory {
    return this.#db.history(buckets, least);
  }

  flush(): void {
    this.#db.flush();
  }

  writeCheckpoint(checkpoint: Checkpoint): void {
    // The events of a checkpointed round must not be missing after a crash: they are never run again.
    this.#db.flush();
    writeCheckpoint(join(this.dir, CHECKPOINTS), checkpoint);
  }

  readCheckpoint(before?: number): Checkpoint | null {
    return readCheckpoint(join(this.dir, CHECKPOINTS), before);
  }

  truncateAfter(round: number): void {
    this.#db.truncateAfter(round);
    this.#db.commit();
  }

  writeFile(name: string, data: string | Uint8Array): void {
    const path = this.#file(name);
    try {
      mkdirSync(join(this.dir, FILES), { recursive: true });
    } catch (thrown) {
      throw storeError(thrown, path);
    }
    writeFileAtomic(path, data);
  }

  readFile(name: string): Uint8Array | null {
    const path = this.#file(name);
    if (!existsSync(path)) return null;
    try {
      return readFileSync(path);
    } catch (thrown) {
      throw storeError(thrown, path);
    }
  }

  close(): void {
    try {
      this.#db.close();
    } finally {
      this.release();
    }
  }

  #file(name: string): string {
    if (FILE_NAME.test(name)) return join(this.dir, FILES, name);
    throw new ShuuraiError('internal', t`"${name}" cannot be the name of a file kept with a run.`);
  }

  /** Commits and copies the summary to where people and the index find it. */
  #changed(): void {
    this.#db.commit();
    const summary = readRow(this.#db, this.dir);
    writeFileAtomic(join(this.dir, SUMMARY), `${JSON.stringify(summary, null, 2)}\n`);
    this.#onChange(this.listing());
  }
}

function readRow(db: RunDatabase, dir: string): RunSummary {
  const parsed = runSummarySchema.safeParse(db.summary());
  if (!parsed.success) throw notARun(dir);
  // The folder may have been moved since.
  return { ...parsed.data, runDir: dir };
}
