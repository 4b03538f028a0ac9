import { useConnection, useStore, ViewportPortal } from '@xyflow/react';
import type { NodeId } from '#engine/core/brand.ts';
import { portKey, useCanvas } from './canvasStore.ts';

/** Beside the pointer while a link is drawn over a port that does not fit: why it does not. */
export function ConnectHint() {
  const zoom = useStore((state) => state.transform[2]);
  const verdicts = useCanvas((state) => state.connecting?.verdicts);
  const connection = useConnection();
  if (verdicts === undefined || !connection.inProgress || connection.toHandle === null) return null;
  const { toHandle, to } = connection;
  const reason = verdicts.get(
    portKey({
      node: toHandle.nodeId as NodeId, // flow ids of swarm nodes are node ids
      port: toHandle.id ?? '',
      direction: toHandle.type === 'target' ? 'in' : 'out',
    }),
  );
  if (reason === undefined || reason === null) return null;
  return (
    <ViewportPortal>
      <div
        className="connect-hint"
        style={{ transform: `translate(${to.x}px, ${to.y}px) scale(${1 / zoom}) translate(14px, 14px)` }}
        role="status"
      >
        {reason}
      </div>
    </ViewportPortal>
  );
}
