import { planWith } from '#engine/compile/addFish.ts';
import type { RunState } from '#engine/protocol/events.ts';
import { t } from '../core/text.ts';
import { createBody } from './body.ts';
import type { Controls } from './controls.ts';
import { firstState, readLoopState } from './loopState.ts';
import { restoreMechanisms } from './mechanisms/memory.ts';
import { prepareSwarm } from './prepareSwarm.ts';
import { Programs } from './programs.ts';
import type { Recorder } from './recorder.ts';
import { RoundLoop } from './roundLoop.ts';
import { executorOf, planOfRun } from './runFiles.ts';
import type { RunOptions } from './types.ts';

/** Where a run may stand when it is taken up; one that was asked to stop meanwhile stays `stopping`. */
const BEFORE: readonly RunState[] = ['queued', 'stopped', 'finished', 'failed', 'interrupted'];

/** Prepares the data, compiles, and puts the swarm where it begins or where its checkpoint left it. */
export async function startLoop(
  options: RunOptions,
  recorder: Recorder,
  controls: Controls,
): Promise<RoundLoop> {
  const { run, executor } = options;
  const checkpoint = options.resume ? run.readCheckpoint() : null;
  const lost = checkpoint === null && options.resume ? run.summary().round : 0;
  if (options.resume) run.truncateAfter(checkpoint?.round ?? 0);
  recorder.round = checkpoint?.round ?? 0;
  run.update({ error: null, round: recorder.round, executor: executor.name });
  recorder.moveTo('preparing', BEFORE);
  const first = planOfRun(run);
  const state = checkpoint === null ? firstState(first) : readLoopState(checkpoint.state, first);
  const prepared = await prepareSwarm(planWith(first, state.added), options);
  const tensorState = executor.createState();
  const ground = { executor, tensorState, programs: new Programs(executor, tensorState), state };
  const body = createBody(ground, prepared);
  if (checkpoint === null) {
    body.tensors.initialise();
    body.tensors.initialiseAggregators();
  } else {
    body.tensors.restore(checkpoint.tensors);
    restoreMechanisms(body.mechanisms, state, checkpoint.tensors);
  }
  const loop = new RoundLoop({ run, recorder, controls, ground }, body);
  if (lost > 0) {
    recorder.emit({
      type: 'warning',
      message: t`No checkpoint of the ${lost} rounds this run had done can be read, so it begins anew.`,
    });
  }
  const began = executorOf(run);
  if (began !== null && (began.name !== executor.name || began.threads !== executor.threads)) {
    recorder.emit({
      type: 'warning',
      message: t`The run began on ${began.name} with ${began.threads} threads and goes on on ${executor.name} with ${executor.threads}: its numbers will differ in the last digits from those of an uninterrupted run.`,
    });
  }
  loop.announce(executor.name, executor.threads, checkpoint?.round ?? null);
  return loop;
}
