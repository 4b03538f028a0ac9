import type { NodeId } from '#engine/core/brand.ts';
import type { FishInfo } from '#engine/protocol/events.ts';
import type { LiveRun } from './liveRun.ts';
import { fishOfNode, isDead } from './runFish.ts';

/** The fish of several nodes in a run. */
export const fishOfNodes = (run: Pick<LiveRun, 'fish'>, nodes: readonly NodeId[]): readonly FishInfo[] =>
  nodes.flatMap((node) => [...fishOfNode(run, node)]);

/** Mean of a metric over the live fish of several nodes; undefined while nobody has measured it. */
export function meanOfNodes(
  run: Pick<LiveRun, 'fish' | 'fishState' | 'latest'>,
  nodes: readonly NodeId[],
  metric: string,
): number | undefined {
  const values = fishOfNodes(run, nodes).flatMap(({ id }) => {
    const value = run.latest[`fish/${id}/${metric}`];
    return value === undefined || !Number.isFinite(value) || isDead(run, id) ? [] : [value];
  });
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How well a node of fish, or one that decides, answers now. */
export const accuracyOfNode = (
  run: Pick<LiveRun, 'fish' | 'fishState' | 'latest'>,
  node: NodeId,
): number | undefined => run.latest[`node/${node}/accuracy`] ?? meanOfNodes(run, [node], 'accuracy');
