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
  type Viewport,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type DragEvent, type MouseEvent as ReactMouseEvent, useCallback, useEffect, useRef } from 'react';
import type { NodeId } from '#engine/core/brand.ts';
import { connectPorts } from '../documents/graphEdits.ts';
import { currentTab, endEditGesture } from '../documents/store.ts';
import { notify } from '../ui/notices.ts';
import './canvas.css';
import './links.css';
import './nodes.css';
import './ports.css';
import { GRID_STEP, useSettings } from '../settings/settings.ts';
import { CanvasControls } from './CanvasControls.tsx';
import { ConnectHint } from './ConnectHint.tsx';
import { FIT_PADDING, openQuickAdd, type PortEnd, portKey, useCanvas } from './canvasStore.ts';
import { dropOnCanvas } from './dropOnCanvas.ts';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import type { FlowEdge, FlowNode } from './flowGraph.ts';
import { GroupView } from './GroupView.tsx';
import { LinkEdge } from './LinkEdge.tsx';
import { setFar } from './nodeSight.ts';
import { kindColour, portColour } from './ports.ts';
import { SwarmNodeView } from './SwarmNodeView.tsx';
import { useFlowGraph } from './useFlowGraph.ts';
import { portVerdicts } from './verdicts.ts';

const SNAP_GRID: [number, number] = [GRID_STEP, GRID_STEP];
const nodeTypes = { swarm: SwarmNodeView, group: GroupView };
const edgeTypes = { swarm: LinkEdge };
/** More links than this do not move their dots: the drawing would cost more than it shows. */
const MOST_MOVING_LINKS = 150;
/** Below this zoom a node's text cannot be read. */
const FAR = 0.3;
const viewports = new Map<string, Viewport>();

const endOf = (connection: Connection): readonly [PortEnd, PortEnd] => [
  { node: connection.source as NodeId, port: connection.sourceHandle ?? '', direction: 'out' }, // flow ids are node ids
  { node: connection.target as NodeId, port: connection.targetHandle ?? '', direction: 'in' },
];

/** The canvas of one document. */
export function Canvas({ tabId }: { tabId: string }) {
  const { nodes, edges, onNodesChange, onEdgesChange, commitMoves } = useFlowGraph();
  const element = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);

  useEffect(() => {
    useCanvas.setState({ element: element.current });
    return () => useCanvas.setState({ element: null, flow: null, connecting: null, quickAdd: null });
  }, []);

  const onConnectStart = useCallback((_event: unknown, start: OnConnectStartParams) => {
    const document = currentTab()?.document;
    if (document === undefined || start.nodeId === null) return;
    const from: PortEnd = {
      node: start.nodeId as NodeId, // flow ids of swarm nodes are node ids
      port: start.handleId ?? '',
      direction: start.handleType === 'target' ? 'in' : 'out',
    };
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
      const prefix = `${state.toNode.id}/`;
      const own = [...connecting.verdicts].filter(([key]) => key.startsWith(prefix));
      const fitting = own.find(([, reason]) => reason === null)?.[0];
      if (state.toHandle === null && fitting !== undefined) {
        const [node, direction, port] = fitting.split('/');
        connectPorts(connecting.from, {
          node: node as NodeId, // taken apart from portKey
          direction: direction === 'in' ? 'in' : 'out',
          port: port ?? '',
        });
      } else {
        const handle = state.toHandle;
        const key = `${prefix}${handle?.type === 'target' ? 'in' : 'out'}/${handle?.id ?? ''}`;
        const reason = connecting.verdicts.get(key) ?? own.find(([, why]) => why !== null)?.[1];
        if (reason !== undefined && reason !== null && state.toNode.id !== connecting.from.node)
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

  const grid = useSettings((state) => state.grid);
  const snap = useSettings((state) => state.snap);
  const far = useStore((state) => state.transform[2] < FAR);
  useEffect(() => setFar(far), [far]);
  const connectingType = useCanvas(({ connecting }) => connecting?.from);
  // Decided once: an empty canvas that began to fit when its first node comes would jump.
  const start = useRef(
    viewports.has(tabId) || nodes.length === 0
      ? { defaultViewport: viewports.get(tabId) ?? { x: 0, y: 0, zoom: 1 } }
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
        onNodeDragStop={(_event, _node, moved) => {
          dragging.current = false;
          commitMoves(moved);
        }}
        onSelectionDragStart={() => {
          dragging.current = true;
        }}
        onSelectionDragStop={(_event, moved) => {
          dragging.current = false;
          commitMoves(moved);
        }}
        onConnect={(connection) => connectPorts(...endOf(connection))}
        onConnectStart={onConnectStart}
        onConnectEnd={onConnectEnd}
        isValidConnection={isValidConnection}
        connectionLineType={ConnectionLineType.Bezier}
        connectionLineStyle={{ stroke: lineColour(), strokeWidth: 2 }}
        connectionRadius={24}
        {...start.current}
        onMoveEnd={(_event, viewport) => viewports.set(tabId, viewport)}
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
        snapToGrid={snap}
        snapGrid={SNAP_GRID}
        proOptions={{ hideAttribution: true }}
      >
        {grid && <Background variant={BackgroundVariant.Dots} gap={GRID_STEP} size={2} color="var(--grid)" />}
        {nodes.length > 0 && (
          <MiniMap<FlowNode>
            pannable
            zoomable
            ariaLabel="Overview"
            nodeColor={(node) => (node.type === 'swarm' ? kindColour(node.data.node.kind) : 'transparent')}
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

/** The colour of the link being drawn: that of the port it starts at. */
function lineColour(): string {
  const { connecting, flow } = useCanvas.getState();
  const node = connecting === null ? undefined : flow?.getNode(connecting.from.node);
  const port =
    node?.type === 'swarm'
      ? node.data.ports.find(
          (spec) => spec.id === connecting?.from.port && spec.direction === connecting.from.direction,
        )
      : undefined;
  return port === undefined ? 'var(--text3)' : portColour(port.type);
}
