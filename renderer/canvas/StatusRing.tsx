import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { isComputing, type LiveRun } from '../live/liveRun.ts';
import { allDead, fishOfNode } from '../live/runFish.ts';
import { useNodeRun } from './nodeSight.ts';
import './statusRing.css';

const RADIUS = 5.5;
const ROUND = 2 * Math.PI * RADIUS;

/**
 * How far the fish of a node are in this round, in twelfths, so that it renders rarely; null shows no ring. 0 once their
 * steps are done: then they talk, and answer validation.
 */
function progress(run: LiveRun, node: NodeId): number | null {
  if (fishOfNode(run, node).length === 0 || run.stepsPerRound === 0 || allDead(run, node)) return null;
  if (!isComputing(run.state)) return null;
  if (run.step === 0) return null;
  const inRound = run.step % run.stepsPerRound;
  return Math.round((12 * inRound) / run.stepsPerRound) / 12;
}

/** A small ring: the progress of the round. */
export function StatusRing({ node }: { node: NodeId }) {
  const share = useNodeRun((run) => progress(run, node));
  if (share === undefined || share === null) return null;
  const isDone = share === 0;
  return (
    <svg
      className={`status-ring ${isDone ? 'evaluating' : ''}`}
      width="14"
      height="14"
      viewBox="0 0 14 14"
      role="img"
      aria-label={isDone ? t`evaluating` : t`learning`}
    >
      <title>
        {isDone
          ? t`The steps of the round are done: fish talk and are evaluated`
          : t`Learning: steps of the round`}
      </title>
      <circle cx="7" cy="7" r={RADIUS} />
      <circle
        className="done"
        cx="7"
        cy="7"
        r={RADIUS}
        strokeDasharray={isDone ? undefined : `${share * ROUND} ${ROUND}`}
      />
    </svg>
  );
}
