import type { NodeId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import { formatPercent, formatValue } from '../../ui/format.ts';
import { useNodeRun } from '../nodeSight.ts';
import { BodyRow } from './BodyRow.tsx';
import { NodeTraffic } from './NodeTraffic.tsx';

/** Whom the server asked in this round, what travelled, and what privacy it cost; before a run, whom it will ask. */
export function FederatedBody({ id, node }: { id: NodeId; node: SwarmNode }) {
  const clients = useNodeRun((run) => run.latest[`node/${id}/clients`]);
  const round = useNodeRun((run) => run.round) ?? 0;
  const drift = useNodeRun((run) => run.latest[`node/${id}/drift`]);
  const agreement = useNodeRun((run) => run.latest[`node/${id}/agreement`]);
  const epsilon = useNodeRun((run) => run.latest[`node/${id}/epsilon`]);
  const fraction = typeof node.params.fraction === 'number' ? node.params.fraction : 1;
  if (clients === undefined) {
    return (
      <>
        <BodyRow label={t`asks`}>
          {fraction < 1 ? t`${Math.round(fraction * 100)} % a time` : t`all clients`}
        </BodyRow>
        <div className="note">
          {node.params.exchange === 'predictions'
            ? t`predictions travel, examples stay`
            : t`weights travel, examples stay`}
        </div>
      </>
    );
  }
  return (
    <>
      <BodyRow label={t`round ${round}`}>{counted(clients, '{0} client', '{0} clients')}</BodyRow>
      <NodeTraffic id={id} what="bytes" />
      {drift !== undefined && <BodyRow label={t`drift of clients`}>{formatValue(drift)}</BodyRow>}
      {agreement !== undefined && (
        <BodyRow label={t`agree with the consensus`}>{formatPercent(agreement)}</BodyRow>
      )}
      {epsilon !== undefined && <BodyRow label={t`epsilon spent`}>{formatValue(epsilon)}</BodyRow>}
    </>
  );
}
