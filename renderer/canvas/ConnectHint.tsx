import { NodeToolbar, useConnection } from '@xyflow/react';
import type { NodeId } from '#engine/core/brand.ts';
import { portKey, useCanvas } from './canvasStore.ts';
import { BAR_GAP, useFreePlace } from './useFreePlace.ts';

/** About the size of the words, in pixels: what a line takes at most, a letter, their height, and the room round them. */
const WIDTH = 290;
const LETTER = 6.8;
const LINE = 17;
const AROUND = 24;

/** While a link is drawn over a port that does not fit, beside its node: why it does not. */
export function ConnectHint() {
  const verdicts = useCanvas((state) => state.connecting?.verdicts);
  return verdicts === undefined ? null : <Hint verdicts={verdicts} />;
}

function Hint({ verdicts }: { verdicts: ReadonlyMap<string, string | null> }) {
  const { toHandle } = useConnection();
  if (toHandle === null) return null;
  const reason = verdicts.get(
    portKey({
      node: toHandle.nodeId as NodeId, // flow ids of swarm nodes are node ids
      port: toHandle.id ?? '',
      direction: toHandle.type === 'target' ? 'in' : 'out',
    }),
  );
  return reason === undefined || reason === null ? null : <Reason node={toHandle.nodeId} text={reason} />;
}

function Reason({ node, text }: { readonly node: string; readonly text: string }) {
  const length = LETTER * text.length;
  const lines = Math.ceil(length / (WIDTH - AROUND));
  const { position, align } = useFreePlace(node, [
    { width: Math.min(length + AROUND, WIDTH), height: LINE * lines + AROUND / 2 },
  ]);
  return (
    <NodeToolbar
      nodeId={node}
      isVisible
      position={position}
      align={align}
      offset={BAR_GAP}
      className="connect-hint"
      role="status"
    >
      {text}
    </NodeToolbar>
  );
}
