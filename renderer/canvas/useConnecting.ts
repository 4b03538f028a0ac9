import type { Connection, FinalConnectionState, OnConnectStartParams } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import type { LinkId } from '#engine/core/brand.ts';
import { nodesWithin } from '#engine/document/groups.ts';
import { connectPorts } from '../documents/graphEdits.ts';
import { redrawLink, withoutLink } from '../documents/linkEdits.ts';
import { currentTab } from '../documents/store.ts';
import { notify } from '../ui/notices.ts';
import { openQuickAdd, type PortEnd, portKey, useCanvas } from './canvasStore.ts';
import type { FlowEdge } from './flow/flowNode.ts';
import { endAt, thingOf } from './flowIds.ts';
import { portsOf } from './ports.ts';
import { portVerdicts } from './verdicts.ts';

const endsOf = (connection: Connection): readonly [PortEnd, PortEnd] => [
  endAt(connection.source, connection.sourceHandle ?? '', 'out'),
  endAt(connection.target, connection.targetHandle ?? '', 'in'),
];

/** Draws the link being drawn to its other end: a new one, or the one that was taken by its end. */
function draw(redrawn: LinkId | null, a: PortEnd, b: PortEnd): void {
  if (redrawn === null) connectPorts(a, b);
  else redrawLink(redrawn, a, b);
}

/** The ports that a node of the canvas may mean: its own, or those of the nodes a collapsed group holds. */
function portsUnder(flowId: string, verdicts: ReadonlyMap<string, string | null>) {
  const thing = thingOf(flowId);
  const document = currentTab()?.document;
  if (document === undefined) return [];
  const nodes =
    thing.kind === 'node'
      ? [thing.id]
      : thing.kind === 'group' && document.groups[thing.id]?.collapsed === true
        ? nodesWithin(document, thing.id)
        : [];
  return nodes.flatMap((node) =>
    portsOf(document, node).flatMap(({ id, direction }) => {
      const end: PortEnd = { node, port: id, direction };
      const reason = verdicts.get(portKey(end));
      return reason === undefined ? [] : [{ end, reason }];
    }),
  );
}

/** The first port of a node that the link may end at, and why not where there is none. */
function portUnder(
  state: FinalConnectionState,
  from: PortEnd,
  verdicts: ReadonlyMap<string, string | null>,
): { readonly end: PortEnd } | { readonly reason: string } | null {
  const { toNode, toHandle } = state;
  if (toNode === null) return null;
  const own = portsUnder(toNode.id, verdicts);
  const fitting = own.find(({ reason }) => reason === null);
  if (toHandle === null && fitting !== undefined) return { end: fitting.end };
  // Let go over the node it began at, and at none of its ports: that was no link.
  if (toHandle === null && own.some(({ end }) => end.node === from.node)) return null;
  const at =
    toHandle === null
      ? undefined
      : verdicts.get(portKey(endAt(toNode.id, toHandle.id ?? '', toHandle.type === 'target' ? 'in' : 'out')));
  const reason = at ?? own.find(({ reason: why }) => why !== null)?.reason;
  return reason === undefined || reason === null ? null : { reason };
}

/** Drawing links with the pointer: a new one from a port, or a link that is there by one of its ends. */
export function useConnecting() {
  const redrawn = useRef<LinkId | null>(null);
  return useMemo(
    () => ({
      onConnectStart: (_event: unknown, start: OnConnectStartParams): void => {
        const document = currentTab()?.document;
        if (document === undefined || start.nodeId === null) return;
        const from = endAt(start.nodeId, start.handleId ?? '', start.handleType === 'target' ? 'in' : 'out');
        const verdicts = portVerdicts(withoutLink(document, redrawn.current), from);
        useCanvas.setState({ connecting: { from, verdicts, redrawn: redrawn.current } });
      },
      isValidConnection: (candidate: Connection | FlowEdge): boolean => {
        const { connecting } = useCanvas.getState();
        if (connecting === null) return false;
        const { source, target, sourceHandle = null, targetHandle = null } = candidate;
        const ends = endsOf({ source, target, sourceHandle, targetHandle });
        const other = connecting.from.direction === 'out' ? ends[1] : ends[0];
        return connecting.verdicts.get(portKey(other)) === null;
      },
      onConnect: (connection: Connection): void => connectPorts(...endsOf(connection)),
      onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState): void => {
        const { connecting, flow } = useCanvas.getState();
        useCanvas.setState({ connecting: null });
        if (connecting === null || state.isValid === true) return;
        if (state.toNode !== null) {
          const under = portUnder(state, connecting.from, connecting.verdicts);
          if (under === null) return;
          if ('end' in under) draw(connecting.redrawn, connecting.from, under.end);
          else notify(under.reason, 'warn');
          return;
        }
        const point = 'changedTouches' in event ? event.changedTouches[0] : event;
        // A link that was taken by its end and let go over nothing stays as it was.
        if (point === undefined || flow === null || connecting.redrawn !== null) return;
        const screen = { x: point.clientX, y: point.clientY };
        openQuickAdd({ screen, flow: flow.screenToFlowPosition(screen), fit: connecting.from });
      },
      onReconnectStart: (_event: unknown, edge: FlowEdge): void => {
        redrawn.current = edge.id as LinkId; // flow ids of edges are link ids
      },
      onReconnect: (edge: FlowEdge, connection: Connection): void => {
        const link = currentTab()?.document.links[edge.id as LinkId]; // flow ids of edges are link ids
        const [from, to] = endsOf(connection);
        const isSame =
          link?.from.node === from.node &&
          link.from.port === from.port &&
          link.to.node === to.node &&
          link.to.port === to.port;
        if (!isSame) redrawLink(edge.id as LinkId, from, to); // as above
      },
      onReconnectEnd: (): void => {
        redrawn.current = null;
      },
    }),
    [],
  );
}
