import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateTask } from '#engine/data/tasks/generateTask.ts';
import type { BuiltinTask } from '#engine/data/types.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { createExecutor, type Executor } from '#engine/executors/index.ts';
import type { RunCommand } from '#engine/protocol/commands.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { openRunStore } from '#engine/runs/openRunStore.ts';
import type { RunStore } from '#engine/runs/types.ts';
import { createRun } from '#engine/swarm/index.ts';
import { newRun } from '#engine/swarm/newRun.ts';
import { Outcome } from './outcome.ts';

export interface RunSetting {
  readonly seed: number;
  /** Given at the first event of their round, so taken before its first step. */
  readonly commands?: readonly { readonly round: number; readonly command: RunCommand }[];
}

/** Runs documents in this process, with the engine of the application, in a store that is thrown away. */
export class Laboratory {
  readonly executor: Executor;
  readonly #store: RunStore;
  readonly #folder: string;
  #files = 0;

  private constructor(executor: Executor) {
    this.executor = executor;
    this.#folder = mkdtempSync(join(tmpdir(), 'shuurai-experiment-'));
    this.#store = openRunStore(join(this.#folder, 'runs'));
  }

  static async open(): Promise<Laboratory> {
    return new Laboratory(await createExecutor('onnx', { threads: 1 }));
  }

  close(): void {
    this.#store.close();
    this.executor.dispose();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async run(document: SwarmDocument, { seed, commands = [] }: RunSetting): Promise<Outcome> {
    const seeded: SwarmDocument = { ...document, run: { ...document.run, seed } };
    const handle = this.#store.create({ ...newRun(seeded), executor: 'onnx' });
    const events: RunEvent[] = [];
    const waiting = [...commands].sort((a, b) => a.round - b.round);
    const run = createRun({
      run: handle,
      executor: this.executor,
      resume: false,
      publish: (event) => {
        events.push(event);
        while (waiting[0] !== undefined && waiting[0].round <= event.round)
          run.command(waiting.shift()!.command);
      },
    });
    const end = await run.run();
    return new Outcome(handle, this.executor, events, end);
  }

  /** A CSV of a table with the header `text,label`; its path. */
  file(rows: readonly { readonly text: string; readonly label: string }[]): string {
    const path = join(this.#folder, `rows-${++this.#files}.csv`);
    const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
    const lines = rows.map(({ text, label }) => `${quoted(text)},${quoted(label)}`);
    writeFileSync(path, `text,label\n${lines.join('\n')}\n`);
    return path;
  }

  /** Rows of a built-in task that follow the first `after` ones of the same seed: no run with so many has seen them. */
  fresh(
    task: BuiltinTask,
    { after, count, seed = 1 }: { after: number; count: number; seed?: number },
  ): string {
    return this.file(generateTask(task, after + count, seed).rows.slice(after));
  }
}
