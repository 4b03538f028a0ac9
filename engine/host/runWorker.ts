import { parentPort, workerData } from 'node:worker_threads';
import { toWire } from '../protocol/wireError.ts';
import { openRunStore } from '../runs/openRunStore.ts';
import { createRun, executorForRun, type SwarmRun } from '../swarm/index.ts';
import type { FromRunWorker, RunQuestion, RunWorkerData, ToRunWorker } from './workerMessages.ts';

/** The training thread of one run. The engine's own thread has claimed the run for the process. */
const port = parentPort;
if (port === null) throw new Error('runWorker is a worker thread');
const data = workerData as RunWorkerData; // given by LiveRun alone
const send = (message: FromRunWorker): void => port.postMessage(message);

async function answer(swarm: SwarmRun, question: RunQuestion): Promise<unknown> {
  switch (question.kind) {
    case 'command':
      swarm.command(question.command);
      return null;
    case 'confusion':
      return swarm.confusion(question.fish);
    case 'confused':
      return swarm.confused(question.cell);
    case 'weights':
      return swarm.weights(question.fish);
    case 'predict':
      return swarm.predict(question.texts, question.options);
  }
}

/** Tells of a burst of events once, after the store has committed it (in a microtask queued before this one). */
let told: { newState: boolean } | null = null;
function published(newState: boolean): void {
  if (told !== null) {
    told.newState ||= newState;
    return;
  }
  told = { newState };
  queueMicrotask(() => {
    send({ type: 'appended', newState: told?.newState ?? false });
    told = null;
  });
}

async function train(): Promise<void> {
  const store = openRunStore(data.storeRoot);
  const run = store.open(data.runDir);
  try {
    const executor = await executorForRun(run, {
      resume: data.resume,
      name: data.executor,
      threads: data.threads,
    });
    try {
      const swarm = createRun({
        run,
        executor,
        resume: data.resume,
        publish: (event) => published(event.type === 'state'),
      });
      port?.on('message', ({ id, question }: ToRunWorker) => {
        answer(swarm, question).then(
          (result) => send({ type: 'answer', id, result }),
          (thrown: unknown) => send({ type: 'refusal', id, error: toWire(thrown) }),
        );
      });
      await swarm.run();
    } finally {
      executor.dispose();
    }
  } finally {
    run.close();
    store.close();
  }
}

try {
  await train();
  send({ type: 'ended' });
} catch (thrown) {
  send({ type: 'failed', error: toWire(thrown) });
}
port.close();
