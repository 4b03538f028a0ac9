import type { NodeId } from '#engine/core/brand.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import { formatValue, plural } from '../../ui/format.ts';
import { useNodeRun } from '../nodeSight.ts';
import { BodyRow } from './BodyRow.tsx';
import { NodeTraffic } from './NodeTraffic.tsx';

/** Whom the server asked in this round, what travelled, and what privacy it cost; before a run, whom it will ask. */
export function FederatedBody({ id, node }: { id: NodeId; node: SwarmNode }) {
  const clients = useNodeRun((run) => run.latest[`node/${id}/clients`]);
  const round = useNodeRun((run) => run.round) ?? 0;
  const drift = useNodeRun((run) => run.latest[`node/${id}/drift`]);
  const epsilon = useNodeRun((run) => run.latest[`node/${id}/epsilon`]);
  const fraction = typeof node.params.fraction === 'number' ? node.params.fraction : 1;
  if (clients === undefined) {
    return (
      <>
        <BodyRow label="asks">
          {fraction < 1 ? `${Math.round(fraction * 100)} % a time` : 'all clients'}
        </BodyRow>
        <div className="note">weights travel, examples stay</div>
      </>
    );
  }
  return (
    <>
      <BodyRow label={`round ${round}`}>{plural(clients, 'client')}</BodyRow>
      <NodeTraffic id={id} what="bytes" />
      {drift !== undefined && <BodyRow label="drift of clients">{formatValue(drift)}</BodyRow>}
      {epsilon !== undefined && <BodyRow label="epsilon spent">{formatValue(epsilon)}</BodyRow>}
    </>
  );
}
