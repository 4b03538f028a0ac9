import type { NodeId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import { useNodeRun } from '../nodeSight.ts';
import { BodyRow } from './BodyRow.tsx';

/** What the supervisor did last; before that, how long it waits. */
export function SuperviseBody({ id, node }: { id: NodeId; node: SwarmNode }) {
  const count = useNodeRun((run) => run.takeovers[id]?.filter(({ to }) => to.length > 0).length) ?? 0;
  const last = useNodeRun((run) => run.takeovers[id]?.at(-1)?.message);
  const deadline = Number(node.params.deadline ?? 1);
  return (
    <>
      {last === undefined ? (
        <BodyRow label={t`deadline`}>{counted(deadline, '{0} round', '{0} rounds')}</BodyRow>
      ) : (
        <>
          <BodyRow label={t`takeovers`}>{count}</BodyRow>
          <div className="note told" title={last}>
            {last}
          </div>
        </>
      )}
    </>
  );
}
