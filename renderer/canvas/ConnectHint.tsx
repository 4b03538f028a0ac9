import { NodeToolbar, useConnection } from '@xyflow/react';
import type { NodeId } from '#engine/core/brand.ts';
import { portKey, useCanvas } from './canvasStore.ts';
import { BAR_GAP, useFreePlace } from './useFreePlace.ts';

/** How wide it may be, in pixels, the best first. */
const WIDTHS = [300, 220, 160];
/** About the size of the words, in pixels: a letter, a line's height, and the room round all. */
const LETTER = 6.8;
const LINE = 18;
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
  const { position, align, bar } = useFreePlace(
    node,
    WIDTHS.map((width) => sizeOf(text, width)),
  );
  return (
    <NodeToolbar
      nodeId={node}
      isVisible
      position={position}
      align={align}
      offset={BAR_GAP}
      className="connect-hint"
      style={{ maxWidth: WIDTHS[bar] }}
      role="status"
    >
      {text}
    </NodeToolbar>
  );
}

function sizeOf(text: string, most: number): { readonly width: number; readonly height: number } {
  const length = LETTER * text.length;
  const lines = Math.ceil((length * 1.1) / (most - AROUND)); // lines end at words
  return { width: Math.min(length + AROUND, most), height: LINE * lines + AROUND / 2 };
}
