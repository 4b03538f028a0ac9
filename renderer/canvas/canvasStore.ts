import type { ReactFlowInstance, Viewport } from '@xyflow/react';
import { create } from 'zustand';
import type { LinkId, NodeId } from '#engine/core/brand.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { currentTab } from '../documents/store.ts';
import { wantsLessMotion } from '../settings/settings.ts';
import { fitPadding, roomAbove } from './fitPadding.ts';
import type { FlowEdge, FlowNode } from './flow/flowNode.ts';

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
  /** The view that showed the whole swarm last. */
  readonly fitted: Viewport | null;
  readonly quickAdd: QuickAddRequest | null;
  /** Until then (`performance.now()`) nodes that an edit moves glide to their places. */
  readonly glideUntil: number;
  /** The port whose menu is open, or was last. */
  readonly port: PortEnd | null;
  /** There are so many links that none moves its dots. */
  readonly still: boolean;
  /** The link that the dragged node would be put into. */
  readonly insertAt: LinkId | null;
  /** While a link is drawn: its start, and for every other port why it does not fit (null: it fits). */
  readonly connecting: {
    readonly from: PortEnd;
    readonly verdicts: ReadonlyMap<string, string | null>;
    /** The link that is drawn anew; null while a new one is drawn. */
    readonly redrawn: LinkId | null;
  } | null;
}

/** What the canvas shows at the moment and no document holds. */
export const useCanvas = create<CanvasState>()(() => ({
  flow: null,
  element: null,
  fitted: null,
  quickAdd: null,
  glideUntil: 0,
  port: null,
  still: false,
  insertAt: null,
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

/** Shows these nodes (all by default), moving there smoothly unless the person asked for less motion. */
export const zoomTo = (nodes?: readonly NodeId[]): void =>
  nodes === undefined ? fitWhole(glideTime()) : zoomToIds(nodes);

const glideTime = (): number => (wantsLessMotion() ? 0 : 250);

/** Shows the whole swarm, in this many milliseconds. */
export function fitWhole(duration: number): void {
  const { flow } = useCanvas.getState();
  void show(undefined, LARGEST, duration)?.then(() =>
    useCanvas.setState({ fitted: flow?.getViewport() ?? null }),
  );
}

/** The same by ids of the canvas library. */
export const zoomToIds = (nodes: readonly string[]): void => void show(nodes, 1.3, glideTime());

/** How large a whole swarm is shown at most. */
const LARGEST = 1;

function show(
  nodes: readonly string[] | undefined,
  maxZoom: number,
  duration: number,
): Promise<boolean> | undefined {
  const { flow, element } = useCanvas.getState();
  if (flow === null) return;
  const wanted = nodes === undefined ? null : new Set<string>(nodes);
  const shown = flow.getNodes().filter(({ id }) => wanted === null || wanted.has(id));
  const boxes = shown.map(({ position, measured, width, height }) => ({
    ...position,
    width: measured?.width ?? width ?? 196,
    height: measured?.height ?? height ?? 110,
  }));
  const above = roomAbove({
    isWithin: isWithinGroup(),
    hasFrames: shown.some(({ type }) => type === 'frame'),
  });
  return flow.fitView({
    padding: fitPadding(boxes, sizeOf(element), maxZoom, above),
    maxZoom,
    duration,
    ...(nodes === undefined ? {} : { nodes: nodes.map((id) => ({ id })) }),
  });
}

/** Whether the canvas shows a group alone, with a line at its top that says which. */
export const isWithinGroup = (): boolean => (currentTab()?.inside ?? null) !== null;

const sizeOf = (element: Element | null): { width: number; height: number } => ({
  width: element?.clientWidth ?? 0,
  height: element?.clientHeight ?? 0,
});

/** How a document that is opened is fitted to the canvas, before its nodes were ever drawn. */
export function firstFit(document: SwarmDocument) {
  const boxes = Object.values(document.nodes).map(({ position }) => ({
    ...position,
    width: 196,
    height: 130,
  }));
  const canvas = window.document.querySelector('.workspace-canvas');
  const hasFrames = Object.values(document.groups).some(({ collapsed }) => !collapsed);
  const above = roomAbove({ isWithin: isWithinGroup(), hasFrames });
  return { padding: fitPadding(boxes, sizeOf(canvas), LARGEST, above), maxZoom: LARGEST };
}
