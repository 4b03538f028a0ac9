import type { NodeId } from '#engine/core/brand.ts';
import { useProblems } from '../problems/problems.ts';
import { ProblemSign } from './ProblemSign.tsx';

/** The problems of a node, at its corner. */
export function ProblemChip({ node }: { node: NodeId }) {
  const problems = useProblems(({ byNode }) => byNode.get(node));
  return problems === undefined ? null : (
    <span className="problem-chip">
      <ProblemSign problems={problems} />
    </span>
  );
}
