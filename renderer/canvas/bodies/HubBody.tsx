import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { useNodeRun } from '../nodeSight.ts';
import { NodeTraffic } from './NodeTraffic.tsx';

/** What went through the hub in the last round. */
export function HubBody({ id }: { id: NodeId }) {
  const measured = useNodeRun((run) => run.latest['swarm/messages']) !== undefined;
  if (!measured) return <div className="note">{t`everybody hears the mean of everybody`}</div>;
  return (
    <>
      <NodeTraffic id={id} what="messages" />
      <NodeTraffic id={id} what="bytes" />
    </>
  );
}
