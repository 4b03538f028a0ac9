import { readLabelled } from '#engine/data/readLabelled.ts';
import type { Executor } from '#engine/executors/index.ts';
import type { AnswerTable } from '#engine/swarm/answerTable.ts';
import { answerTable } from '#engine/swarm/answerTable.ts';
import { readLoopState } from '#engine/swarm/loopState.ts';
import { loadStoredSwarm } from '#engine/swarm/storedSwarm.ts';
import { voicesOf } from '#engine/swarm/voices.ts';
import type { Outcome } from './outcome.ts';

/** What everyone of a run says, with the weights of its end, to the rows of a labelled file. */
export async function answersTo(path: string, { handle }: Outcome, executor: Executor): Promise<AnswerTable> {
  const loaded = await loadStoredSwarm(handle, executor);
  try {
    const { plan } = loaded.swarm;
    const state = readLoopState(handle.readCheckpoint()?.state, plan);
    const voices = voicesOf(plan, (id) => state.fish[id]?.state === 'running', state);
    const { examples } = await readLabelled(path, loaded.encoding, { source: null });
    return await answerTable(loaded.swarm, loaded.answerer, examples, voices);
  } finally {
    await loaded.dispose();
  }
}
