import type { FishPlan } from '#engine/compile/plan.ts';
import type { FishInfo } from '#engine/protocol/events.ts';
import { fishSeries } from '#engine/protocol/series.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import type { Body } from './body.ts';
import type { PreparedSwarm } from './prepareSwarm.ts';
import type { Recorder } from './recorder.ts';
import { swarmCost } from './swarmCost.ts';

/** A fish as the views list it. */
export const fishInfo = (
  { swarm, shares }: PreparedSwarm,
  { id, nodeId, name, school }: FishPlan,
): FishInfo => ({
  id,
  nodeId,
  name,
  school,
  parameters: swarm.parametersOf(id),
  examples: shares.get(id)?.length ?? 0,
});

/** The metric that tells the fish's part of the training rows. */
export const shareOf = ({ shares, prepared }: PreparedSwarm, { id }: FishPlan): Record<string, number> => ({
  [fishSeries(id, 'share')]: (shares.get(id)?.length ?? 0) / prepared.train.size,
});

/** Tells what the run is made of: the first event of a process, and of a fresh run the shares. */
export function announce(
  { run, recorder, body }: { readonly run: RunHandle; readonly recorder: Recorder; readonly body: Body },
  by: { readonly executor: string; readonly threads: number; readonly resumedFrom: number | null },
): void {
  const { plan, prepared, trainer } = body;
  const { labels, bestAccuracy, notes } = prepared.prepared;
  recorder.emit({
    type: 'started',
    seed: plan.run.seed,
    executor: by.executor,
    threads: by.threads,
    engineVersion: run.summary().engineVersion,
    rounds: plan.run.rounds,
    stepsPerRound: trainer.roundSteps,
    task: plan.task,
    labels: [...labels],
    bestAccuracy,
    fish: plan.fish.map((fish) => fishInfo(prepared, fish)),
    // Without the machine's speed: it is not the same twice, and the event stream is.
    cost: swarmCost(prepared.swarm, trainer.roundSteps, null),
    notes: [...notes],
    resumedFrom: by.resumedFrom ?? 0,
  });
  if (by.resumedFrom !== null) return;
  recorder.metrics(0, Object.assign({}, ...plan.fish.map((fish) => shareOf(prepared, fish))));
}
