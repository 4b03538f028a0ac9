import { planWith } from '#engine/compile/addFish.ts';
import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import { compileSwarm } from '#engine/compile/programs/index.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import type { FishWeights } from '#engine/protocol/api/measured.ts';
import type { Checkpoint, RunHandle } from '#engine/runs/types.ts';
import { type FishTensors, fishTensors } from './fishTensors.ts';
import { readLoopState } from './loopState.ts';
import { histogram } from './metrics/histogram.ts';
import { notPrepared, readStoredSwarm } from './runFiles.ts';

interface WeightsQuestion {
  readonly fish: string;
  /** null: all of them. */
  readonly tensor: string | null;
  readonly bins: number;
  /** Of the running swarm; null: as of the newest checkpoint. */
  readonly live: FishTensors | null;
}

/** The swarm whose tensors a checkpoint holds: that of the document, and the fish that joined. */
function swarmOf(run: RunHandle, { state }: Checkpoint): CompiledSwarm {
  const { plan, data } = readStoredSwarm(run);
  return compileSwarm(planWith(plan, readLoopState(state, plan).added), data);
}

/**
 * How the weights of a fish are distributed, and their change since the newest checkpoint before them. Throws `conflict`
 * for a run without a checkpoint that is not live, `invalid-arguments` for a fish or tensor there is not.
 */
export function weightsOf(run: RunHandle, { fish, tensor, bins, live }: WeightsQuestion): FishWeights {
  const newest = run.readCheckpoint(live?.round);
  if (newest === null && live === null) throw notPrepared(run);
  const swarm = newest === null ? null : swarmOf(run, newest);
  const of = (checkpoint: Checkpoint | null): FishTensors | null =>
    checkpoint === null || swarm === null
      ? null
      : fishTensors(swarm, checkpoint.tensors, fish, checkpoint.round);
  const now = live ?? of(newest);
  if (now === null) {
    throw new ShuuraiError(
      'invalid-arguments',
      t`The newest checkpoint of the run has no fish "${fish}". Ask for one that lived when it was written.`,
      { details: { fish } },
    );
  }
  const before = live === null ? of(run.readCheckpoint(now.round)) : of(newest);
  const whole = tensor === null ? { offset: 0, size: now.values.length } : null;
  const extent = whole ?? now.extents.find(({ name }) => name === tensor);
  if (extent === undefined) {
    throw new ShuuraiError(
      'invalid-arguments',
      t`Fish "${fish}" has no tensor "${tensor ?? ''}". It has ${now.extents.map(({ name }) => name).join(', ')}.`,
      { details: { fish, tensor } },
    );
  }
  const cut = ({ values }: FishTensors, { offset, size }: { offset: number; size: number }): Float32Array =>
    values.subarray(offset, offset + size);
  const comparable = before !== null && before.values.length === now.values.length ? before : null;
  const chosen = cut(now, extent);
  return {
    round: now.round,
    isLive: live !== null,
    tensors: now.extents.map((one) => ({
      name: one.name,
      size: one.size,
      norm: Math.sqrt(cut(now, one).reduce((sum, value) => sum + value * value, 0)),
    })),
    weights: histogram(chosen, bins),
    update:
      comparable === null
        ? null
        : {
            since: comparable.round,
            histogram: histogram(difference(chosen, cut(comparable, extent)), bins),
          },
  };
}

const difference = (now: Float32Array, before: Float32Array): Float32Array =>
  now.map((value, at) => value - (before[at] ?? 0));
