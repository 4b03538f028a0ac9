import { useConnection, useStore } from '@xyflow/react';
import type { NodeId } from '#engine/core/brand.ts';
import { portKey, useCanvas } from './canvasStore.ts';

const WIDTH = 290;
const BESIDE = 16;

/** Beside the pointer while a link is drawn over a port that does not fit: why it does not. */
export function ConnectHint() {
  const verdicts = useCanvas((state) => state.connecting?.verdicts);
  return verdicts === undefined ? null : <Hint verdicts={verdicts} />;
}

function Hint({ verdicts }: { verdicts: ReadonlyMap<string, string | null> }) {
  const [left, top, zoom] = useStore((state) => state.transform);
  const element = useCanvas((state) => state.element);
  const connection = useConnection();
  if (element === null || !connection.inProgress || connection.toHandle === null) return null;
  const box = element.getBoundingClientRect();
  const { toHandle, to } = connection;
  const reason = verdicts.get(
    portKey({
      node: toHandle.nodeId as NodeId, // flow ids of swarm nodes are node ids
      port: toHandle.id ?? '',
      direction: toHandle.type === 'target' ? 'in' : 'out',
    }),
  );
  if (reason === undefined || reason === null) return null;
  const x = box.left + left + to.x * zoom;
  const y = box.top + top + to.y * zoom;
  return (
    <div
      className="connect-hint"
      style={{ left: Math.min(x + BESIDE, window.innerWidth - WIDTH), top: y + BESIDE }}
      role="status"
    >
      {reason}
    </div>
  );
}
