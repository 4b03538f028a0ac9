import { planWith } from '#engine/compile/addFish.ts';
import { compileSwarm } from '#engine/compile/programs/index.ts';
import type { Executor } from '#engine/executors/executor.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import { Answerer } from './answerer.ts';
import { type LoopState, readLoopState } from './loopState.ts';
import type { Speaker } from './predictTexts.ts';
import { Programs } from './programs.ts';
import { notPrepared, readStoredSwarm } from './runFiles.ts';
import { SwarmTensors } from './swarmTensors.ts';
import { voicesOf } from './voices.ts';

/** A swarm as its newest checkpoint left it, ready to answer. */
export interface LoadedSwarm extends Speaker {
  /** The loop's, as the checkpoint has it. */
  readonly state: LoopState;
  /** Rounds the checkpoint has behind it. */
  readonly round: number;
  dispose(): Promise<void>;
}

/** Loads a run's swarm from its folder; its training data are not needed. Throws `conflict` where there is none. */
export async function loadStoredSwarm(run: RunHandle, executor: Executor): Promise<LoadedSwarm> {
  const { plan: first, data, encoding } = readStoredSwarm(run);
  const checkpoint = run.readCheckpoint();
  if (checkpoint === null) throw notPrepared(run);
  const state = readLoopState(checkpoint.state, first);
  const plan = planWith(first, state.added);
  const swarm = compileSwarm(plan, data);
  const tensorState = executor.createState();
  const tensors = new SwarmTensors(swarm, tensorState, plan.run.seed);
  tensors.restore(checkpoint.tensors);
  const programs = new Programs(executor, tensorState);
  return {
    swarm,
    answerer: new Answerer(swarm, programs),
    encoding,
    tensors,
    voices: voicesOf(plan, (id) => state.fish[id]?.state === 'running', state),
    state,
    round: checkpoint.round,
    async dispose() {
      await programs.dispose();
      tensorState.dispose();
    },
  };
}
