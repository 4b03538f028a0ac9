import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { EXIT_CODES, ShuuraiError } from '../../core/errors.ts';
import { readDocument } from '../../document/parse.ts';
import { serialize } from '../../document/serialize.ts';
import { createExecutor, type Executor } from '../../executors/index.ts';
import type { RunState } from '../../protocol/events.ts';
import { openRunStore } from '../../runs/openRunStore.ts';
import type { RunHandle, RunStore } from '../../runs/types.ts';
import { createRun, executorForRun } from '../../swarm/index.ts';
import { newRun } from '../../swarm/newRun.ts';
import { badArguments, type Command, text, type Values, wholeNumber } from '../command.ts';
import { DOCUMENT_HELP, DOCUMENT_OPTIONS, loadDocument, requireValid } from '../loadDocument.ts';
import { onInterrupt } from '../onInterrupt.ts';
import { executorName, withExecutor } from '../openRun.ts';
import { print, printJson } from '../output.ts';
import { Progress } from '../progress.ts';

const RESUMABLE: ReadonlySet<RunState> = new Set(['interrupted', 'stopped', 'failed']);

/** A run's own folder, or a run's id; a swarm file is neither. */
function openExisting(store: RunStore, given: string): RunHandle | null {
  if (statSync(given, { throwIfNoEntry: false })?.isFile()) return null;
  try {
    return store.open(given);
  } catch (thrown) {
    if (thrown instanceof ShuuraiError && thrown.code === 'not-found') return null;
    throw thrown;
  }
}

/** The newest unfinished run of exactly this document, --data, --set, --seed and --rounds included. */
function findUnfinished(store: RunStore, documentText: string): RunHandle | null {
  for (const summary of store.list()) {
    if (!RESUMABLE.has(summary.state)) continue;
    const run = store.open(summary.runDir);
    if (run.document() === documentText) return run;
    run.close();
  }
  return null;
}

async function chooseRun(store: RunStore, given: string, values: Values): Promise<RunHandle> {
  const out = text(values, 'out');
  if (values.resume === true) {
    const existing = openExisting(store, given) ?? (out === undefined ? null : openExisting(store, out));
    if (existing !== null) {
      const given = Object.keys(DOCUMENT_OPTIONS).find((name) => values[name] !== undefined);
      if (given === undefined) return existing;
      existing.close();
      throw badArguments(
        `A run keeps the settings it was started with, so --${given} cannot be given with the run itself. Leave it out, or start a new run.`,
      );
    }
    if (!existsSync(given)) {
      throw badArguments(
        `There is neither a run nor a swarm file "${given}". "shuurai runs list" shows the runs there are.`,
      );
    }
    const documentText = serialize(await loadDocument(given, values));
    const found = findUnfinished(store, documentText);
    if (found !== null) return found;
    throw badArguments(
      `There is nothing to resume: no unfinished run of ${given} with these settings is kept. Leave out --resume to start one.`,
    );
  }
  const document = await loadDocument(given, values);
  requireValid(document, basename(given));
  if (out !== undefined && existsSync(join(out, 'run.json'))) {
    throw badArguments(`${out} already holds a run. Resume it with --resume, or choose another folder.`);
  }
  return store.create(newRun(document), out === undefined ? undefined : resolve(out));
}

const threadsOf = (values: Values): number | undefined => wholeNumber(values, 'threads', 1, 256);

/** What --executor and --threads name; else what the run began with, or its document says. */
function chosenExecutor(run: RunHandle, resume: boolean, values: Values): Promise<Executor> {
  const documented = readDocument(run.document(), 'document of the run').run.executor;
  const threads = threadsOf(values);
  const given = text(values, 'executor');
  if (given === undefined && threads === undefined) {
    return executorForRun(run, { resume, name: documented });
  }
  return createExecutor(executorName(given ?? documented), threads === undefined ? {} : { threads });
}

async function execute(run: RunHandle, values: Values): Promise<number> {
  const json = values.json === true;
  const progress = json ? null : new Progress(process.stderr);
  const resume = values.resume === true;
  return withExecutor(chosenExecutor(run, resume, values), async (executor) => {
    let interrupted = false;
    const swarm = createRun({
      run,
      executor,
      resume,
      publish: (event) => {
        if (json) printJson(event);
        else progress?.event(event);
      },
    });
    const ignoreInterrupts = onInterrupt(() => {
      interrupted = true;
      try {
        swarm.command({ type: 'stop' });
      } catch {
        // it has just ended by itself
      }
    });
    try {
      const end = await swarm.run();
      progress?.end();
      if (!json) {
        for (const [series, value] of Object.entries(end.metrics)) {
          print(`${series.replace('swarm/', '').padEnd(20)} ${value.toPrecision(4)}`);
        }
        print(`run ${run.id} in ${run.dir}`);
      }
      if (!interrupted || end.reason !== 'stopped') return 0;
      process.stderr.write(
        `Stopped after round ${end.round}; the checkpoint is saved. Go on with: shuurai run ${run.id} --resume\n`,
      );
      return EXIT_CODES.interrupted;
    } finally {
      progress?.end();
      ignoreInterrupts();
    }
  });
}

export const runCommand: Command = {
  name: 'run',
  usage: 'FILE [options]   or: RUN --resume',
  summary: 'trains the swarm of a file',
  help: `${DOCUMENT_HELP}
  --executor NAME    auto, onnx or tfjs
  --threads N        threads of the executor; measured when left out
  --out DIR          keeps the run in this folder
  --resume           goes on with an unfinished run: FILE's newest, or RUN (an id or a folder)
  --json             each event as a line of JSON; the last line is the summary

Ctrl-C saves a checkpoint and exits with 130; a second one does not wait for it.`,
  options: {
    ...DOCUMENT_OPTIONS,
    executor: { type: 'string' },
    threads: { type: 'string' },
    out: { type: 'string' },
    resume: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: [1, 1],
  async run([given = ''], values) {
    // Before a run is made: one that cannot start should not be kept.
    executorName(text(values, 'executor'));
    threadsOf(values);
    const store = openRunStore();
    try {
      const run = await chooseRun(store, given, values);
      try {
        run.claim();
        return await execute(run, values);
      } finally {
        run.close();
      }
    } finally {
      store.close();
    }
  },
};
