import { Handle, Position } from '@xyflow/react';
import { memo, useRef } from 'react';
import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import type { PortSpec } from '#engine/nodes/kind.ts';
import { portKey, useCanvas } from './canvasStore.ts';
import { hidePortTip, showPortTip } from './PortTip.tsx';
import { portColour } from './ports.ts';

interface PortHandleProps {
  readonly node: NodeId;
  readonly port: PortSpec;
  /** Pixels from the node's top. */
  readonly top: number;
  readonly linked: boolean;
  /** Of a port that something else than its node shows: how its handle and the port are called there. */
  readonly as?: { readonly handle: string; readonly label: string };
}

/** One port: its colour is its type; while a link is drawn it lights up or fades. */
export const PortHandle = memo(function PortHandle({ node, port, top, linked, as }: PortHandleProps) {
  const element = useRef<HTMLDivElement>(null);
  const verdict = useCanvas(({ connecting }) => {
    if (connecting === null) return 'idle';
    const key = portKey({ node, port: port.id, direction: port.direction });
    const reason = connecting.verdicts.get(key);
    return reason === undefined ? 'start' : reason === null ? 'fits' : 'unfit';
  });
  const isIn = port.direction === 'in';
  return (
    <Handle
      ref={element}
      id={as?.handle ?? port.id}
      type={isIn ? 'target' : 'source'}
      position={isIn ? Position.Left : Position.Right}
      className={`port ${verdict} ${linked ? 'linked' : ''} ${port.required ? 'required' : ''}`}
      style={{ top, color: portColour(port.type) }}
      role="img"
      aria-label={`${as?.label ?? port.label}, ${isIn ? t`in` : t`out`}, ${port.type}`}
      data-port={port.id}
      data-direction={port.direction}
      onMouseEnter={() => {
        if (element.current !== null) showPortTip(port, element.current.getBoundingClientRect());
      }}
      onMouseLeave={hidePortTip}
      onMouseDown={hidePortTip}
    />
  );
});
