import { parentPort, workerData } from 'node:worker_threads';
import { ShuuraiError } from '../core/errors.ts';
import { createExecutor } from '../executors/index.ts';
import { toWire } from '../protocol/wireError.ts';
import { openRunStore } from '../runs/openRunStore.ts';
import { createRun, type SwarmRun } from '../swarm/index.ts';
import type { FromRunWorker, RunQuestion, RunWorkerData, ToRunWorker } from './workerMessages.ts';

/** The training thread of one run. */
const port = parentPort;
if (port === null) throw new Error('runWorker is a worker thread');
const data = workerData as RunWorkerData; // given by LiveRun alone
const send = (message: FromRunWorker): void => port.postMessage(message);

async function answer(swarm: SwarmRun, question: RunQuestion): Promise<unknown> {
  if (question.kind === 'confusion') return swarm.confusion(question.fish);
  const [prediction] = await swarm.predict([question.text]);
  if (prediction === undefined) throw new ShuuraiError('internal', 'The swarm gave no answer.');
  return prediction;
}

const store = openRunStore(data.storeRoot);
const run = store.open(data.runDir);
try {
  run.claim();
  const executor = await createExecutor(data.executor);
  try {
    const swarm = createRun({
      run,
      executor,
      resume: data.resume,
      publish: () => send({ type: 'appended' }),
    });
    port.on('message', (message: ToRunWorker) => {
      if (message.type === 'command') {
        try {
          swarm.command(message.command);
        } catch (thrown) {
          // The engine checked the command; what is left is a fish this swarm does not have.
          run.append(run.summary().round, 0, { type: 'warning', message: toWire(thrown).message });
          send({ type: 'appended' });
        }
        return;
      }
      answer(swarm, message.question).then(
        (result) => send({ type: 'answer', id: message.id, result }),
        (thrown: unknown) => send({ type: 'refusal', id: message.id, error: toWire(thrown) }),
      );
    });
    await swarm.run();
  } finally {
    executor.dispose();
  }
  run.close();
  store.close();
  send({ type: 'ended' });
} catch (thrown) {
  run.close();
  store.close();
  send({ type: 'failed', error: toWire(thrown) });
}
port.close();
