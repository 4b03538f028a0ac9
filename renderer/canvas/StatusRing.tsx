import type { NodeId } from '#engine/core/brand.ts';
import { isComputing, type LiveRun } from '../live/liveRun.ts';
import { allDead, fishOfNode } from '../live/runFish.ts';
import { useNodeRun } from './nodeSight.ts';

const RADIUS = 5.5;
const ROUND = 2 * Math.PI * RADIUS;

/** How far the fish of a node are in this round, in twelfths, so that it renders rarely; null shows no ring. */
function progress(run: LiveRun, node: NodeId): number | null {
  if (fishOfNode(run, node).length === 0 || run.stepsPerRound === 0 || allDead(run, node)) return null;
  if (!isComputing(run.state)) return null;
  const inRound = run.step % run.stepsPerRound;
  return Math.round((12 * inRound) / run.stepsPerRound) / 12;
}

/** A small ring: the progress of the round. */
export function StatusRing({ node }: { node: NodeId }) {
  const share = useNodeRun((run) => progress(run, node));
  if (share === undefined || share === null) return null;
  return (
    <svg className="status-ring" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r={RADIUS} />
      <circle className="done" cx="7" cy="7" r={RADIUS} strokeDasharray={`${share * ROUND} ${ROUND}`} />
    </svg>
  );
}
