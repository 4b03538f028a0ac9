import type { NodeId } from '#engine/core/brand.ts';
import { useNodeRun } from './nodeSight.ts';
import { SPARK, sparkPath } from './sparkPath.ts';
import './sparkline.css';

/** The loss of a node's fish since the run began. */
export function Sparkline({ node }: { node: NodeId }) {
  const path = useNodeRun((run) => sparkPath(run, node)) ?? '';
  return (
    <svg
      className="sparkline"
      width={SPARK.width}
      height={SPARK.height}
      viewBox={`0 0 ${SPARK.width} ${SPARK.height}`}
      aria-hidden="true"
    >
      {path === '' ? (
        <path className="sparkline-empty" d={`M0 ${SPARK.height - 2}H${SPARK.width}`} />
      ) : (
        <path d={path} />
      )}
    </svg>
  );
}
