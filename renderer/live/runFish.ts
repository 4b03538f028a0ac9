import type { NodeId } from '#engine/core/brand.ts';
import { fishCount } from '#engine/document/graph.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import type { FishInfo } from '#engine/protocol/events.ts';
import type { LiveRun } from './liveRun.ts';

const byNode = new WeakMap<readonly FishInfo[], Map<string, readonly FishInfo[]>>();
const NONE: readonly FishInfo[] = [];

/** The fish of a node in a run; the same array until the run's fish change. */
export function fishOfNode(run: Pick<LiveRun, 'fish'>, node: NodeId): readonly FishInfo[] {
  let index = byNode.get(run.fish);
  if (index === undefined) {
    index = Map.groupBy(run.fish, (fish) => fish.nodeId);
    byNode.set(run.fish, index);
  }
  return index.get(node) ?? NONE;
}

/** Whether it neither learns nor answers: dead, failed, or gone for good. */
export const isDead = (run: Pick<LiveRun, 'fishState'>, fish: string): boolean => {
  const state = run.fishState[fish];
  return state === 'dead' || state === 'failed' || state === 'removed';
};

/** Whether a node of fish has none left alive. Nodes without fish never die. */
export function allDead(run: Pick<LiveRun, 'fish' | 'fishState'>, node: NodeId): boolean {
  const fish = fishOfNode(run, node);
  return fish.length > 0 && fish.every(({ id }) => isDead(run, id));
}

/** Ids the fish of a node will have when it runs: the node's own for one fish, `node:k` for a school. */
export function fishIdsOf(id: NodeId, node: SwarmNode): string[] {
  const count = Math.min(fishCount(node), 64);
  return count === 1 ? [id] : Array.from({ length: count }, (_, index) => `${id}:${index + 1}`);
}

/** Mean of the latest value of a metric over the live fish of a node; undefined while none was measured. */
export function meanOfFish(
  run: Pick<LiveRun, 'fish' | 'fishState' | 'latest'>,
  node: NodeId,
  metric: string,
): number | undefined {
  let sum = 0;
  let count = 0;
  for (const { id } of fishOfNode(run, node)) {
    const value = run.latest[`fish/${id}/${metric}`];
    if (value === undefined || !Number.isFinite(value) || isDead(run, id)) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? undefined : sum / count;
}
