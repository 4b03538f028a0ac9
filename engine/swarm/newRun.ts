import { lower } from '#engine/compile/lower.ts';
import { ENGINE_VERSION } from '#engine/core/version.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { serialize } from '#engine/document/serialize.ts';
import type { NewRun } from '#engine/runs/types.ts';

/** What the store of runs is told of a run of this document. Throws `invalid-document`. */
export function newRun(document: SwarmDocument): NewRun {
  const { fish, task } = lower(document);
  return {
    name: document.meta.name,
    document: serialize(document),
    seed: document.run.seed,
    rounds: document.run.rounds,
    fish: fish.length,
    task,
    executor: document.run.executor,
    engineVersion: ENGINE_VERSION,
  };
}
