import type { NodeId } from '#engine/core/brand.ts';
import { useShownRun } from '../documents/useShown.ts';
import { isActive } from '../live/liveRun.ts';
import { allDead, fishOfNode } from '../live/runFish.ts';
import { useRun } from '../live/runStore.ts';

/** "running", "paused", "dead": the state of a node's fish in the shown run. */
export function NodeStatus({ node }: { node: NodeId }) {
  const status = useRun(useShownRun(), (run) => {
    if (fishOfNode(run, node).length === 0 || !isActive(run.state)) return null;
    return allDead(run, node) ? 'dead' : run.state;
  });
  if (status === undefined || status === null) return null;
  const tone = status === 'running' ? 'ok' : status === 'dead' ? 'bad' : 'warn';
  return <span className={`pill ${tone}`}>{status}</span>;
}
