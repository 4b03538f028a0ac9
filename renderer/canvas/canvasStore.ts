import type { ReactFlowInstance } from '@xyflow/react';
import { create } from 'zustand';
import type { NodeId } from '#engine/core/brand.ts';
import { wantsLessMotion } from '../settings/settings.ts';
import type { FlowEdge, FlowNode } from './flowGraph.ts';

/** One end of a link being drawn. */
export interface PortEnd {
  readonly node: NodeId;
  readonly port: string;
  readonly direction: 'in' | 'out';
}

export const portKey = ({ node, direction, port }: PortEnd): string => `${node}/${direction}/${port}`;

/** Quick-add: where the new node goes, in flow coordinates, and the port it should fit. */
export interface QuickAddRequest {
  readonly flow: { readonly x: number; readonly y: number };
  readonly screen: { readonly x: number; readonly y: number };
  readonly fit: PortEnd | null;
}

interface CanvasState {
  readonly flow: ReactFlowInstance<FlowNode, FlowEdge> | null;
  /** The canvas's element, for centres and sizes. */
  readonly element: HTMLElement | null;
  readonly quickAdd: QuickAddRequest | null;
  /** While a link is drawn: its start, and for every other port why it does not fit (null: it fits). */
  readonly connecting: {
    readonly from: PortEnd;
    readonly verdicts: ReadonlyMap<string, string | null>;
  } | null;
}

/** What the canvas shows at the moment and no document holds. */
export const useCanvas = create<CanvasState>()(() => ({
  flow: null,
  element: null,
  quickAdd: null,
  connecting: null,
}));

/** The middle of what is visible, in flow and in screen coordinates. */
export function canvasCentre(): QuickAddRequest {
  const { flow, element } = useCanvas.getState();
  const box = element?.getBoundingClientRect();
  const screen =
    box === undefined ? { x: 0, y: 0 } : { x: box.left + box.width / 2, y: box.top + box.height / 3 };
  return { screen, flow: flow?.screenToFlowPosition(screen) ?? { x: 0, y: 0 }, fit: null };
}

export const openQuickAdd = (request: QuickAddRequest): void => useCanvas.setState({ quickAdd: request });
export const closeQuickAdd = (): void => useCanvas.setState({ quickAdd: null });

/** Room round the swarm for what lies over the canvas: notices above, cost and overview below. */
export const FIT_PADDING = { top: '52px', right: '20px', bottom: '60px', left: '20px' } as const;

/** Shows these nodes (all by default), moving there smoothly unless the person asked for less motion. */
export function zoomTo(nodes?: readonly NodeId[]): void {
  const { flow } = useCanvas.getState();
  void flow?.fitView({
    padding: FIT_PADDING,
    maxZoom: nodes === undefined ? 1.1 : 1.3,
    duration: wantsLessMotion() ? 0 : 250,
    ...(nodes === undefined ? {} : { nodes: nodes.map((id) => ({ id })) }),
  });
}
