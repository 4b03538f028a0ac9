import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  type NodeChange,
  ReactFlow,
  type ReactFlowInstance,
  SelectionMode,
  useStore,
  type Viewport,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';

import {
  type DragEvent,
  type MouseEvent as ReactMouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { t } from '#engine/core/text.ts';
import { newDocument } from '#engine/document/create.ts';
import { currentTab, tabOf, useDocuments } from '../documents/store.ts';
import { FishHint } from './FishHint.tsx';
import { FishToolbar } from './FishToolbar.tsx';

import './canvas.css';
import './comments.css';
import './groups/groups.css';
import './links.css';
import './ports.css';
import { CanvasControls } from './CanvasControls.tsx';
import { CommentView } from './CommentView.tsx';
import { ConnectHint } from './ConnectHint.tsx';
import { FAR, FARTHER, FARTHEST, GRID, useCanvasSettings } from './canvasSettings.ts';
import { firstFit, openQuickAdd, type PortEnd, useCanvas } from './canvasStore.ts';
import { dropOnCanvas } from './dropOnCanvas.ts';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import type { FlowEdge, FlowNode } from './flow/flowNode.ts';
import { thingOf } from './flowIds.ts';
import { BoundaryMark } from './groups/BoundaryMark.tsx';
import { dropTarget } from './groups/dropTarget.ts';
import { enterGroup } from './groups/enterGroup.ts';
import { GroupCard } from './groups/GroupCard.tsx';
import { GroupFrame } from './groups/GroupFrame.tsx';
import { fittedPlaces, viewportKey, viewports } from './groups/viewports.ts';
import { followKeys } from './heldKeys.ts';
import { LinkEdge } from './LinkEdge.tsx';
import { closeLinkPicker } from './linkPickerStore.ts';
import { SelectedMark } from './NodeAbout.tsx';
import { setFar } from './nodeSight.ts';
import { Overview } from './Overview.tsx';
import { setPointer } from './pointerPlace.ts';
import { portColour, portsOf } from './ports.ts';
import { SnapGuides } from './SnapGuides.tsx';
import { StandIns } from './StandIns.tsx';
import { StayFitted } from './StayFitted.tsx';
import { SwarmNodeView } from './SwarmNodeView.tsx';
import { useConnecting } from './useConnecting.ts';
import { useDragging } from './useDragging.ts';
import { useFlowGraph } from './useFlowGraph.ts';
import { useSight } from './useSight.ts';
import { wheelKind } from './wheelKind.ts';

const nodeTypes = {
  swarm: SwarmNodeView,
  frame: GroupFrame,
  card: GroupCard,
  comment: CommentView,
  boundary: BoundaryMark,
};
const edgeTypes = { swarm: LinkEdge };
/** More links than this do not move their dots: the drawing would cost more than it shows. */
const MOST_MOVING_LINKS = 150;
/** With more links than this only the selected ones can be taken by their ends. */
const MOST_OPEN_ENDS = 300;
// What the canvas library is given keeps its identity: else it renders every node and link again, at each move of a drag.
const SNAP_GRID: [number, number] = [GRID, GRID];
const MULTI_SELECTION_KEYS = ['Shift', 'Control', 'Meta'];
const PRO_OPTIONS = { hideAttribution: true };

/** The canvas of one document. */
export function Canvas({ tabId }: { tabId: string }) {
  const { nodes, edges, latest, onNodesChange, onEdgesChange, commitMoves, resetMoves } = useFlowGraph();
  const inside = useDocuments((state) => tabOf(state, tabId)?.inside ?? null);
  const place = viewportKey(tabId, inside);
  const element = useRef<HTMLDivElement>(null);
  const connecting = useConnecting();
  const dragging = useDragging({ latest, commitMoves, resetMoves });
  const grid = useCanvasSettings((state) => state.grid);
  const [wheel, setWheel] = useState<'mouse' | 'trackpad'>('mouse');

  useEffect(() => {
    useCanvas.setState({ element: element.current });
    const stop = followKeys();
    return () => {
      stop();
      useCanvas.setState({ element: null, flow: null, connecting: null, quickAdd: null });
      closeLinkPicker();
    };
  }, []);

  const onDoubleClick = useCallback((event: ReactMouseEvent) => {
    const { flow } = useCanvas.getState();
    if (flow === null || !(event.target instanceof Element) || !event.target.matches('.react-flow__pane'))
      return;
    const screen = { x: event.clientX, y: event.clientY };
    openQuickAdd({ screen, flow: flow.screenToFlowPosition(screen), fit: null });
  }, []);

  const onChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => onNodesChange(dragging.snap(changes)),
    [onNodesChange, dragging],
  );

  const { onStart, onMove, onStop } = dragging;
  const dragHandlers = useMemo(
    () => ({
      onNodeDragStart: (_event: unknown, _node: FlowNode, moved: FlowNode[]) => onStart(moved),
      onNodeDrag: (event: ReactMouseEvent | MouseEvent | TouchEvent, _node: FlowNode, moved: FlowNode[]) => {
        dropTarget.follow(moved);
        if ('clientX' in event) onMove(event);
      },
      onNodeDragStop: onStop,
      onSelectionDragStart: (_event: unknown, moved: FlowNode[]) => onStart(moved),
      onSelectionDrag: (_event: unknown, moved: FlowNode[]) => dropTarget.follow(moved),
      onSelectionDragStop: onStop,
    }),
    [onStart, onMove, onStop],
  );
  const onMoveEnd = useCallback(
    (_event: unknown, viewport: Viewport) => {
      element.current?.removeAttribute('data-panning');
      viewports.set(place, viewport);
    },
    [place],
  );

  const far = useStore((state) => state.transform[2] < FAR);
  const farther = useStore((state) => state.transform[2] < FARTHER);
  useEffect(() => setFar(far), [far]);
  useSight();
  const still = edges.length > MOST_MOVING_LINKS;
  useEffect(() => useCanvas.setState({ still }), [still]);
  const isConnecting = useCanvas((state) => state.connecting !== null);
  const lineColour = useCanvas(({ connecting }) => lineColourFrom(connecting?.from));
  const lineStyle = useMemo(() => ({ stroke: lineColour, strokeWidth: 2 }), [lineColour]);
  // Decided once: an empty canvas that began to fit when its first node comes would jump.
  const [start] = useState(() =>
    (viewports.has(place) && !fittedPlaces.has(place)) || nodes.length === 0
      ? { defaultViewport: viewports.get(place) ?? { x: 0, y: 0, zoom: 1 } }
      : { fitView: true, fitViewOptions: firstFit(currentTab()?.document ?? newDocument()) },
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: quick-add is also on a key and in the menus
    <div
      ref={element}
      className={`canvas ${isConnecting ? 'connecting' : ''} ${still ? 'still' : ''} ${far ? 'far' : ''} ${farther ? 'farther' : ''}`}
      onDoubleClick={onDoubleClick}
      onWheelCapture={(event) => setWheel((before) => wheelKind(event.nativeEvent) ?? before)}
      onPointerMove={({ clientX, clientY }) => setPointer({ x: clientX, y: clientY })}
      onPointerLeave={() => setPointer(null)}
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={dropOnCanvas}
    >
      <ReactFlow<FlowNode, FlowEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={takeFlow}
        onNodesChange={onChange}
        onEdgesChange={onEdgesChange}
        {...dragHandlers}
        onNodeDoubleClick={openThing}
        {...connecting}
        connectionLineType={ConnectionLineType.Bezier}
        connectionLineStyle={lineStyle}
        connectionRadius={24}
        {...start}
        onMove={coverWhilePanned}
        onMoveEnd={onMoveEnd}
        minZoom={FARTHEST}
        maxZoom={2.5}
        deleteKeyCode={null}
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={MULTI_SELECTION_KEYS}
        zoomOnDoubleClick={false}
        edgesReconnectable={edges.length <= MOST_OPEN_ENDS}
        reconnectRadius={9}
        elevateNodesOnSelect={false} // see LIFTED_Z
        elevateEdgesOnSelect={false} // links pass behind nodes, selected or not
        disableKeyboardA11y
        tabIndex={0}
        aria-label={t`Canvas of the swarm`}
        snapToGrid={grid}
        snapGrid={SNAP_GRID}
        panOnScroll={wheel === 'trackpad'}
        panOnScrollSpeed={1}
        autoPanOnNodeFocus={false}
        nodeDragThreshold={2}
        proOptions={PRO_OPTIONS}
      >
        <Background variant={BackgroundVariant.Dots} gap={GRID} size={2} color="var(--grid)" />
        {nodes.length > 0 && <Overview />}
        <CanvasControls />
        <ConnectHint />
        <FishHint />
        <FishToolbar />
        <SnapGuides />
        <StandIns />
        <StayFitted fromStart={'fitView' in start} place={place} />
      </ReactFlow>
      <SelectedMark />
      {nodes.length === 0 && <EmptyCanvas />}
    </div>
  );
}

const takeFlow = (flow: ReactFlowInstance<FlowNode, FlowEdge>): void => useCanvas.setState({ flow });

/** See `data-panning` in canvas.css. */
function coverWhilePanned(event: MouseEvent | TouchEvent | null): void {
  if (event?.type === 'mousemove') useCanvas.getState().element?.setAttribute('data-panning', '');
}

/** A double click goes into a group. */
function openThing(_event: unknown, { id }: FlowNode): void {
  const thing = thingOf(id);
  if (thing.kind === 'group') enterGroup(thing.id);
}

/** The colour of the link being drawn: that of the port it starts at. */
function lineColourFrom(from: PortEnd | undefined): string {
  const document = currentTab()?.document;
  const port =
    from === undefined || document === undefined
      ? undefined
      : portsOf(document, from.node).find(
          (spec) => spec.id === from.port && spec.direction === from.direction,
        );
  return port === undefined ? 'var(--text3)' : portColour(port.type);
}
