import { create } from 'zustand';
import { counted, t } from '#engine/core/text.ts';
import { PORT_NAMES, type PortSpec } from '#engine/nodes/kind.ts';
import { useDialogs } from '../dialogs/dialogs.ts';
import { useCanvas } from './canvasStore.ts';
import { portColour } from './ports.ts';

interface Tip {
  readonly port: PortSpec;
  readonly x: number;
  readonly y: number;
}

const useTip = create<{ readonly tip: Tip | null }>()(() => ({ tip: null }));
let timer: ReturnType<typeof setTimeout> | null = null;
const DELAY_MS = 250;

export function showPortTip(port: PortSpec, box: DOMRect): void {
  if (useCanvas.getState().connecting !== null) return; // the link being drawn has its own hints
  if (timer !== null) clearTimeout(timer);
  const x = port.direction === 'in' ? box.left - 8 : box.right + 8;
  timer = setTimeout(() => useTip.setState({ tip: { port, x, y: box.top + box.height / 2 } }), DELAY_MS);
}

export function hidePortTip(): void {
  if (timer !== null) clearTimeout(timer);
  useTip.setState({ tip: null });
}

/** What the port under the pointer is for. One for all ports. */
export function PortTip() {
  const tip = useTip((state) => state.tip);
  const isBehind = useDialogs(({ open }) => open !== null);
  if (tip === null || isBehind) return null;
  const { port, x, y } = tip;
  const many = Number.isFinite(port.maxLinks)
    ? counted(port.maxLinks, 'one link', '{0} links')
    : t`many links`;
  return (
    <div className={`port-tip ${port.direction}`} style={{ left: x, top: y }} role="tooltip">
      <div className="port-tip-title">
        <i style={{ background: portColour(port.type) }} />
        {port.label}
        <span>
          {PORT_NAMES[port.type]} · {many}
          {port.required ? ` · ${t`needed`}` : ''}
        </span>
      </div>
      {port.help}
    </div>
  );
}
