import {
  Background,
  BackgroundVariant,
  type Connection,
  ConnectionLineType,
  type FinalConnectionState,
  MiniMap,
  type NodeChange,
  type OnConnectStartParams,
  ReactFlow,
  SelectionMode,
  useStore,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type DragEvent, type MouseEvent as ReactMouseEvent, useCallback, useEffect, useRef } from 'react';
import { nodesWithin } from '#engine/document/groups.ts';
import { connectPorts } from '../documents/graphEdits.ts';
import { currentTab, endEditGesture, tabOf, useDocuments } from '../documents/store.ts';
import { notify } from '../ui/notices.ts';
import './canvas.css';
import './comments.css';
import './groups/groups.css';
import './links.css';
import './nodes.css';
import './ports.css';
import { CanvasControls } from './CanvasControls.tsx';
import { CommentView } from './CommentView.tsx';
import { ConnectHint } from './ConnectHint.tsx';
import { FIT_PADDING, openQuickAdd, type PortEnd, portKey, useCanvas } from './canvasStore.ts';
import { commentColour } from './commentColour.ts';
import { dropOnCanvas } from './dropOnCanvas.ts';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import type { FlowEdge, FlowNode } from './flowGraph.ts';
import { endAt, thingOf } from './flowIds.ts';
import { BoundaryMark } from './groups/BoundaryMark.tsx';
import { dropTarget } from './groups/dropTarget.ts';
import { enterGroup } from './groups/enterGroup.ts';
import { GroupCard } from './groups/GroupCard.tsx';
import { GroupFrame } from './groups/GroupFrame.tsx';
import { viewportKey, viewports } from './groups/viewports.ts';
import { LinkEdge } from './LinkEdge.tsx';
import { setFar } from './nodeSight.ts';
import { kindColour, portColour, portsOf } from './ports.ts';
import { SwarmNodeView } from './SwarmNodeView.tsx';
import { useFlowGraph } from './useFlowGraph.ts';
import { portVerdicts } from './verdicts.ts';

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
/** Below this zoom a node's text cannot be read. */
const FAR = 0.3;
const endOf = (connection: Connection): readonly [PortEnd, PortEnd] => [
  endAt(connection.source, connection.sourceHandle ?? '', 'out'),
  endAt(connection.target, connection.targetHandle ?? '', 'in'),
];

/** The canvas of one document. */
export function Canvas({ tabId }: { tabId: string }) {
  const { nodes, edges, onNodesChange, onEdgesChange, commitMoves } = useFlowGraph();
  const inside = useDocuments((state) => tabOf(state, tabId)?.inside ?? null);
  const place = viewportKey(tabId, inside);
  const element = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);

  useEffect(() => {
    useCanvas.setState({ element: element.current });
    return () => useCanvas.setState({ element: null, flow: null, connecting: null, quickAdd: null });
  }, []);

  const onConnectStart = useCallback((_event: unknown, start: OnConnectStartParams) => {
    const document = currentTab()?.document;
    if (document === undefined || start.nodeId === null) return;
    const from = endAt(start.nodeId, start.handleId ?? '', start.handleType === 'target' ? 'in' : 'out');
    useCanvas.setState({ connecting: { from, verdicts: portVerdicts(document, from) } });
  }, []);

  const isValidConnection = useCallback((candidate: Connection | FlowEdge) => {
    const { connecting } = useCanvas.getState();
    if (connecting === null) return false;
    const { source, target, sourceHandle = null, targetHandle = null } = candidate;
    const ends = endOf({ source, target, sourceHandle, targetHandle });
    const other = connecting.from.direction === 'out' ? ends[1] : ends[0];
    return connecting.verdicts.get(portKey(other)) === null;
  }, []);

  const onConnectEnd = useCallback((event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
    const { connecting, flow } = useCanvas.getState();
    useCanvas.setState({ connecting: null });
    if (connecting === null || state.isValid === true) return;
    if (state.toNode !== null) {
      // Dropped on a node: the first port that fits is meant; on a port that does not fit: say why.
      const handle = state.toHandle;
      const at =
        handle === null
          ? null
          : endAt(state.toNode.id, handle.id ?? '', handle.type === 'target' ? 'in' : 'out');
      const own = portsUnder(state.toNode.id, connecting.verdicts);
      const fitting = own.find(({ reason }) => reason === null);
      if (at === null && fitting !== undefined) {
        connectPorts(connecting.from, fitting.end);
      } else {
        const reason =
          (at === null ? undefined : connecting.verdicts.get(portKey(at))) ??
          own.find(({ reason: why }) => why !== null)?.reason;
        if (
          reason !== undefined &&
          reason !== null &&
          !own.some(({ end }) => end.node === connecting.from.node)
        )
          notify(reason, 'warn');
      }
      return;
    }
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (point === undefined || flow === null) return;
    const screen = { x: point.clientX, y: point.clientY };
    openQuickAdd({ screen, flow: flow.screenToFlowPosition(screen), fit: connecting.from });
  }, []);

  const onDoubleClick = useCallback((event: ReactMouseEvent) => {
    const { flow } = useCanvas.getState();
    if (flow === null || !(event.target instanceof Element) || !event.target.matches('.react-flow__pane'))
      return;
    const screen = { x: event.clientX, y: event.clientY };
    openQuickAdd({ screen, flow: flow.screenToFlowPosition(screen), fit: null });
  }, []);

  const onChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const next = onNodesChange(changes);
      // Outside a drag a position changes by arrow keys; the pull ends when the key is let go.
      const nudged = changes.some((change) => change.type === 'position' && change.dragging !== true);
      if (nudged && !dragging.current) commitMoves(next, 'nudge');
    },
    [onNodesChange, commitMoves],
  );

  const far = useStore((state) => state.transform[2] < FAR);
  useEffect(() => setFar(far), [far]);
  const connectingType = useCanvas(({ connecting }) => connecting?.from);
  // Decided once: an empty canvas that began to fit when its first node comes would jump.
  const start = useRef(
    viewports.has(place) || nodes.length === 0
      ? { defaultViewport: viewports.get(place) ?? { x: 0, y: 0, zoom: 1 } }
      : { fitView: true, fitViewOptions: { padding: FIT_PADDING, maxZoom: 1 } },
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: quick-add is also on a key and in the menus
    <div
      ref={element}
      className={`canvas ${connectingType === undefined ? '' : 'connecting'} ${edges.length > MOST_MOVING_LINKS ? 'still' : ''} ${far ? 'far' : ''}`}
      onDoubleClick={onDoubleClick}
      onKeyUp={(event) => event.key.startsWith('Arrow') && endEditGesture()}
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={dropOnCanvas}
    >
      <ReactFlow<FlowNode, FlowEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={(flow) => useCanvas.setState({ flow })}
        onNodesChange={onChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStart={() => {
          dragging.current = true;
        }}
        onNodeDrag={(_event, _node, moved) => dropTarget.follow(moved)}
        onNodeDragStop={(_event, _node, moved) => {
          dragging.current = false;
          dropTarget.clear();
          commitMoves(moved, 'drop');
        }}
        onSelectionDragStart={() => {
          dragging.current = true;
        }}
        onSelectionDrag={(_event, moved) => dropTarget.follow(moved)}
        onSelectionDragStop={(_event, moved) => {
          dragging.current = false;
          dropTarget.clear();
          commitMoves(moved, 'drop');
        }}
        onNodeDoubleClick={(_event, { id }) => openThing(id)}
        onConnect={(connection) => connectPorts(...endOf(connection))}
        onConnectStart={onConnectStart}
        onConnectEnd={onConnectEnd}
        isValidConnection={isValidConnection}
        connectionLineType={ConnectionLineType.Bezier}
        connectionLineStyle={{ stroke: lineColour(), strokeWidth: 2 }}
        connectionRadius={24}
        {...start.current}
        onMoveEnd={(_event, viewport) => viewports.set(place, viewport)}
        minZoom={0.1}
        maxZoom={2.5}
        deleteKeyCode={null}
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={['Shift', 'Control', 'Meta']}
        zoomOnDoubleClick={false}
        edgesReconnectable={false}
        elevateNodesOnSelect
        autoPanOnNodeFocus={false}
        nodeDragThreshold={2}
        proOptions={{ hideAttribution: true }}
      >
        <Background variant={BackgroundVariant.Dots} gap={22} size={2} color="var(--grid)" />
        {nodes.length > 0 && (
          <MiniMap<FlowNode>
            pannable
            zoomable
            ariaLabel="Overview"
            nodeColor={overviewColour}
            nodeBorderRadius={8}
          />
        )}
        <CanvasControls />
        <ConnectHint />
      </ReactFlow>
      {nodes.length === 0 && <EmptyCanvas />}
    </div>
  );
}

/** The ports that a link dropped on a node of the canvas may mean: its own, or those of the nodes a collapsed group holds. */
function portsUnder(flowId: string, verdicts: ReadonlyMap<string, string | null>) {
  const thing = thingOf(flowId);
  const document = currentTab()?.document;
  if (document === undefined) return [];
  const nodes =
    thing.kind === 'node' ? [thing.id] : thing.kind === 'group' ? nodesWithin(document, thing.id) : [];
  return nodes.flatMap((node) =>
    portsOf(document, node).flatMap(({ id, direction }) => {
      const end: PortEnd = { node, port: id, direction };
      const reason = verdicts.get(portKey(end));
      return reason === undefined ? [] : [{ end, reason }];
    }),
  );
}

/** A double click goes into a group; on a boundary mark to the node outside. */
function openThing(flowId: string): void {
  const thing = thingOf(flowId);
  if (thing.kind === 'group') enterGroup(thing.id);
}

function overviewColour(node: FlowNode): string {
  switch (node.type) {
    case 'swarm':
      return kindColour(node.data.node.kind);
    case 'card':
      return 'var(--accent)';
    case 'frame':
      return 'color-mix(in srgb, var(--accent) 18%, transparent)';
    case 'comment':
      return commentColour(node.data.comment.colour);
    case 'boundary':
      return 'transparent';
  }
}

/** The colour of the link being drawn: that of the port it starts at. */
function lineColour(): string {
  const from = useCanvas.getState().connecting?.from;
  const document = currentTab()?.document;
  const port =
    from === undefined || document === undefined
      ? undefined
      : portsOf(document, from.node).find(
          (spec) => spec.id === from.port && spec.direction === from.direction,
        );
  return port === undefined ? 'var(--text3)' : portColour(port.type);
}
