import { parentPort, workerData } from 'node:worker_threads';
import { previewTable } from '../data/previewTable.ts';
import { createExecutor, type Executor, listExecutors } from '../executors/index.ts';
import { toWire } from '../protocol/wireError.ts';
import { openRunStore } from '../runs/openRunStore.ts';
import type { RunHandle } from '../runs/types.ts';
import {
  confusedOf,
  confusionOf,
  estimate,
  type MachineSpeed,
  measureSpeed,
  openPredictor,
  type Predictor,
  weightsOf,
} from '../swarm/index.ts';
import type { FromTaskWorker, Task, ToTaskWorker } from './workerMessages.ts';

/** The thread for what may take a moment: estimates, previews, questions to runs that do not train at present. */
const port = parentPort;
if (port === null) throw new Error('taskWorker is a worker thread');
const { storeRoot } = workerData as { storeRoot: string }; // given by TaskRunner alone

let executor: Promise<Executor> | null = null;
let speed: Promise<MachineSpeed> | null = null;
let loaded: { readonly dir: string; readonly lastEvent: number; readonly predictor: Predictor } | null = null;

function theExecutor(): Promise<Executor> {
  executor ??= createExecutor('auto');
  return executor;
}

async function withRun<T>(dir: string, use: (run: RunHandle) => Promise<T> | T): Promise<T> {
  const store = openRunStore(storeRoot);
  try {
    const run = store.open(dir);
    try {
      return await use(run);
    } finally {
      run.close();
    }
  } finally {
    store.close();
  }
}

/** The predictor of the run asked last stays loaded, until something new happened in the run. */
async function predictorOf(run: RunHandle): Promise<Predictor> {
  const lastEvent = run.lastEventId();
  if (loaded?.dir === run.dir && loaded.lastEvent === lastEvent) return loaded.predictor;
  loaded?.predictor.dispose();
  loaded = null;
  const predictor = await openPredictor(run, await theExecutor());
  loaded = { dir: run.dir, lastEvent, predictor };
  return predictor;
}

async function perform(task: Task): Promise<unknown> {
  switch (task.kind) {
    case 'executors':
      return (await listExecutors()).map(({ name, description, available }) => ({
        name,
        description,
        available,
        ...(available ? {} : { reason: description }),
      }));
    case 'estimate':
      speed ??= theExecutor().then(measureSpeed);
      return estimate(task.document, await speed, { nodes: task.nodes });
    case 'preview': {
      const { path, delimiter, header, maxRows } = task;
      return previewTable(path, {
        maxRows,
        ...(delimiter === null ? {} : { delimiter }),
        ...(header === null ? {} : { header }),
      });
    }
    case 'predict':
      return withRun(task.runDir, async (run) => {
        const predictor = await predictorOf(run);
        return predictor.predict(task.texts, task.options);
      });
    case 'confusion':
      return withRun(task.runDir, (run) => confusionOf(run, task.fish));
    case 'confused':
      return withRun(task.runDir, (run) => confusedOf(run, task.cell));
    case 'weights':
      return withRun(task.runDir, (run) => weightsOf(run, task));
  }
}

async function end(): Promise<void> {
  loaded?.predictor.dispose();
  (await executor)?.dispose();
}

// One task after the other: they share the loaded predictor.
let queue: Promise<void> = Promise.resolve();
let ending = false;
port.on('message', (message: ToTaskWorker) => {
  if (message === 'end') {
    ending = true;
    queue = queue.then(end).catch(() => undefined);
    void queue.then(() => port.close());
    return;
  }
  const { id, task } = message;
  queue = queue.then(async () => {
    if (ending) return; // nobody waits for it
    let answer: FromTaskWorker;
    try {
      answer = { id, ok: true, result: await perform(task) };
    } catch (thrown) {
      answer = { id, ok: false, error: toWire(thrown) };
    }
    port.postMessage(answer);
  });
});
