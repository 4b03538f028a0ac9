import type { NodeId } from '#engine/core/brand.ts';
import { useProblems } from '../problems/problems.ts';
import { Icon } from '../ui/Icon.tsx';

/** How many problems a node has; pointing at it says the first. */
export function ProblemChip({ node }: { node: NodeId }) {
  const problems = useProblems(({ byNode }) => byNode.get(node));
  const first = problems?.[0];
  if (problems === undefined || first === undefined) return null;
  return (
    <span
      className={`problem-chip ${first.severity}`}
      title={problems.map(({ message }) => message).join('\n')}
      role="img"
      aria-label={`${problems.length === 1 ? 'Problem' : `${problems.length} problems`}: ${first.message}`}
    >
      <Icon name={first.severity === 'error' ? 'error' : 'warning'} size={12} />
      {problems.length > 1 && problems.length}
    </span>
  );
}
