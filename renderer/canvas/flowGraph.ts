import type { Edge, Node } from '@xyflow/react';
import type { CommentId, GroupId, LinkId, NodeId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { linksOf } from '#engine/document/graph.ts';
import { type GroupPort, groupPorts } from '#engine/document/groupPorts.ts';
import { groupChain } from '#engine/document/groups.ts';
import type {
  SwarmComment,
  SwarmDocument,
  SwarmGroup,
  SwarmLink,
  SwarmNode,
} from '#engine/document/schema.ts';
import type { PortSpec, PortType } from '#engine/nodes/kind.ts';
import { kindOf } from '#engine/nodes/registry.ts';
import { groupTitle } from '../documents/groupEdits.ts';
import type { Moves } from '../documents/moveThings.ts';
import { type View, viewOf } from '../documents/view.ts';
import { boundaryMarks } from './boundaryMarks.ts';
import type { PortEnd } from './canvasStore.ts';
import { boundaryFlowId, commentFlowId, groupFlowId, handleOf, thingOf } from './flowIds.ts';
import { aboutId, SELECTED_ID } from './NodeAbout.tsx';
import { nodeTitle, portsOf } from './ports.ts';

/** A port that a collapsed group or a boundary mark shows for another node. */
export interface ShownPort {
  readonly end: PortEnd;
  readonly spec: PortSpec;
  /** The node and the port: "School A · Prediction". */
  readonly label: string;
}

export type SwarmFlowNode = Node<{ node: SwarmNode; ports: readonly PortSpec[] }, 'swarm'>;
/** The frame of an expanded group. */
export type FrameFlowNode = Node<{ id: GroupId; group: SwarmGroup }, 'frame'>;
/** A collapsed group. */
export type CardFlowNode = Node<{ id: GroupId; group: SwarmGroup; ports: readonly ShownPort[] }, 'card'>;
export type CommentFlowNode = Node<{ id: CommentId; comment: SwarmComment }, 'comment'>;
/** A port outside the group that is shown, at its edge. */
export type BoundaryFlowNode = Node<{ port: ShownPort; key: string }, 'boundary'>;
export type FlowNode = SwarmFlowNode | FrameFlowNode | CardFlowNode | CommentFlowNode | BoundaryFlowNode;
export type FlowEdge = Edge<{ link: SwarmLink; type: PortType; halo: boolean }, 'swarm'>;

/** Frames lie under comments, comments under links and nodes, and nodes and links that are selected over all others. */
const FRAME_Z = -40;
const COMMENT_Z = -5;
const LIFTED_Z = 1000;

/** What is selected of the canvas, by the ids of its nodes and links. */
export interface Chosen<Id extends string = string> {
  readonly ids: ReadonlySet<Id>;
  /**
   * So little that it is lifted over the rest, that its links have halos, and that Tab goes from one to the next. Of a thousand nodes
   * nobody could make that out, while a thousand of them change their order for it.
   */
  readonly few: boolean;
}

export const NOTHING_CHOSEN: Chosen<never> = { ids: new Set(), few: true };

/** More than this is not few. */
export const MOST_LIFTED = 100;

/**
 * What the canvas shows of a document, as the canvas library's nodes. What did not change keeps its identity (`before`), so
 * that only changed nodes render again, and the library's own measurements stay.
 */
export function toFlowNodes(
  document: SwarmDocument,
  chosen: Chosen,
  before: readonly FlowNode[],
  inside: GroupId | null = null,
): FlowNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const view = viewOf(document, inside);
  return [
    ...view.frames.flatMap((id) => frameNode(document, id, chosen, known)),
    ...view.comments.flatMap((id) => commentNode(document, id, chosen, known)),
    ...boundaryNodes(document, view, known),
    ...view.cards.flatMap((id) => cardNode(document, id, chosen, known)),
    ...view.nodes.flatMap((id) => swarmNode(document, id, chosen, known)),
  ];
}

type Known = ReadonlyMap<string, FlowNode>;

/** How a thing stands among the others: whether it is selected, and whether that lifts it. */
interface Standing {
  readonly selected: boolean;
  readonly lifted: boolean;
}

const standingOf = ({ ids, few }: Chosen, id: string): Standing => {
  const selected = ids.has(id);
  return { selected, lifted: selected && few };
};

/** Whether it was drawn as it stands now. */
const standsTheSame = (old: FlowNode | FlowEdge, { selected, lifted }: Standing): boolean =>
  old.selected === selected && (old.domAttributes?.tabIndex === 0) === lifted;

const liftOf = ({ lifted }: Standing): number => (lifted ? LIFTED_Z : 0);

function swarmNode(document: SwarmDocument, id: NodeId, chosen: Chosen, known: Known) {
  const node = document.nodes[id];
  if (node === undefined) return [];
  const old = known.get(id);
  const standing = standingOf(chosen, id);
  const isKnown = old?.type === 'swarm' && old.data.node === node && kindOf(node.kind) !== undefined;
  if (isKnown && standsTheSame(old, standing)) return old;
  const shown = {
    selected: standing.selected,
    zIndex: liftOf(standing),
    domAttributes: nodeAttributes(id, node.kind, standing),
  };
  if (isKnown) return { ...old, ...shown };
  return {
    ...(old?.type === 'swarm' ? old : {}),
    id,
    type: 'swarm' as const,
    position: node.position,
    data: { node, ports: portsOf(document, id) },
    ...shown,
    ariaLabel: nodeTitle(node),
  };
}

/** Only what is selected is reached by Tab: from there, and from the canvas itself, keys lead to all others. */
const tabStop = ({ lifted }: Standing) => ({ tabIndex: lifted ? 0 : -1 });

const linkAttributes = (standing: Standing) => ({
  ...tabStop(standing),
  'aria-roledescription': t`link`,
  'aria-describedby': undefined,
});

const nodeAttributes = (id: NodeId, kind: string, standing: Standing) => ({
  ...tabStop(standing),
  'aria-roledescription': kindOf(kind)?.label ?? kind,
  'aria-describedby': standing.selected ? `${SELECTED_ID} ${aboutId(id)}` : aboutId(id),
});

const thingAttributes = (what: string, standing: Standing) => ({
  ...tabStop(standing),
  'aria-roledescription': what,
  'aria-describedby': undefined,
});

/** A group or comment that was selected, or is no longer. */
const reselected = <T extends FlowNode>(old: T, standing: Standing): T =>
  standsTheSame(old, standing)
    ? old
    : {
        ...old,
        selected: standing.selected,
        domAttributes: { ...old.domAttributes, ...tabStop(standing) },
      };

function frameNode(document: SwarmDocument, id: GroupId, chosen: Chosen, known: Known) {
  const group = document.groups[id];
  if (group === undefined) return [];
  const flowId = groupFlowId(id);
  const old = known.get(flowId);
  const standing = standingOf(chosen, flowId);
  const zIndex = FRAME_Z + groupChain(document, id).length;
  if (old?.type === 'frame' && old.data.group === group && old.zIndex === zIndex)
    return reselected(old, standing);
  return {
    ...(old?.type === 'frame' ? old : {}),
    id: flowId,
    type: 'frame' as const,
    position: group.position,
    width: group.size.width,
    height: group.size.height,
    data: { id, group },
    selected: standing.selected,
    ariaLabel: t`Group ${groupTitle(group)}`,
    domAttributes: thingAttributes(t`group`, standing),
    // Only its title takes the pointer, so that what is in it can be drawn round and the canvas moved.
    style: { pointerEvents: 'none' as const },
    zIndex,
  };
}

function cardNode(document: SwarmDocument, id: GroupId, chosen: Chosen, known: Known) {
  const group = document.groups[id];
  if (group === undefined) return [];
  const flowId = groupFlowId(id);
  const ports = groupPorts(document, id).flatMap((port) => shownPort(document, port) ?? []);
  const old = known.get(flowId);
  const standing = standingOf(chosen, flowId);
  const zIndex = liftOf(standing);
  if (old?.type === 'card' && old.data.group === group && samePorts(old.data.ports, ports))
    return standsTheSame(old, standing) ? old : { ...reselected(old, standing), zIndex };
  return {
    ...(old?.type === 'card' ? old : {}),
    id: flowId,
    type: 'card' as const,
    position: group.position,
    data: { id, group, ports },
    selected: standing.selected,
    zIndex,
    ariaLabel: t`Group ${groupTitle(group)}, collapsed, ${counted(ports.length, '{0} port', '{0} ports')}`,
    domAttributes: thingAttributes(t`collapsed group`, standing),
  };
}

function commentNode(document: SwarmDocument, id: CommentId, chosen: Chosen, known: Known) {
  const comment = document.comments[id];
  if (comment === undefined) return [];
  const flowId = commentFlowId(id);
  const old = known.get(flowId);
  const standing = standingOf(chosen, flowId);
  if (old?.type === 'comment' && old.data.comment === comment) return reselected(old, standing);
  return {
    ...(old?.type === 'comment' ? old : {}),
    id: flowId,
    type: 'comment' as const,
    position: comment.position,
    width: comment.size.width,
    height: comment.size.height,
    data: { id, comment },
    selected: standing.selected,
    ariaLabel: t`Comment: ${comment.text.slice(0, 80)}`,
    domAttributes: thingAttributes(t`comment`, standing),
    zIndex: COMMENT_Z,
  };
}

function boundaryNodes(document: SwarmDocument, view: View, known: Known): BoundaryFlowNode[] {
  return boundaryMarks(document, view).flatMap(({ end, position }): BoundaryFlowNode[] => {
    const port = shownPort(document, end);
    if (port === null) return [];
    const id = boundaryFlowId(end);
    const key = `${port.label} ${position.x} ${position.y}`;
    const old = known.get(id);
    if (old?.type === 'boundary' && old.data.key === key) return [old];
    return [
      {
        ...(old?.type === 'boundary' ? old : {}),
        id,
        type: 'boundary' as const,
        position,
        data: { port, key },
        draggable: false,
        selectable: false,
        focusable: false,
        style: { pointerEvents: 'all' }, // the library turns it off for what is neither moved nor selected
        ariaLabel: port.label,
      },
    ];
  });
}

/** A port with what it is called where another thing shows it; null where the node has no such port. */
export function shownPort(document: SwarmDocument, { node, port, direction }: GroupPort): ShownPort | null {
  const owner = document.nodes[node];
  const spec = portsOf(document, node).find((one) => one.direction === direction && one.id === port);
  if (owner === undefined || spec === undefined) return null;
  return { end: { node, port, direction }, spec, label: `${nodeTitle(owner)} · ${spec.label}` };
}

const samePorts = (a: readonly ShownPort[], b: readonly ShownPort[]): boolean =>
  a.length === b.length &&
  a.every(({ end, spec, label }, index) => {
    const other = b[index];
    return (
      other !== undefined &&
      other.label === label &&
      other.spec.type === spec.type &&
      other.end.node === end.node &&
      other.end.port === end.port &&
      other.end.direction === end.direction
    );
  });

/** The ports a link joins; null where one of them is not there, so that nothing can be drawn. */
export function drawnPorts(
  document: SwarmDocument,
  { from, to }: SwarmLink,
): { readonly source: PortSpec; readonly target: PortSpec } | null {
  const source = portsOf(document, from.node).find(
    (port) => port.direction === 'out' && port.id === from.port,
  );
  const target = portsOf(document, to.node).find((port) => port.direction === 'in' && port.id === to.port);
  return source === undefined || target === undefined ? null : { source, target };
}

/** Where the canvas shows an end of a link: which of its nodes, which handle. */
function placeOf(document: SwarmDocument, view: View, end: PortEnd): { id: string; handle: string } | null {
  const node = document.nodes[end.node];
  if (node === undefined) return null;
  const shown = view.shown(node.group);
  if (shown === 'itself') return { id: end.node, handle: end.port };
  const handle = handleOf(end.node, end.port);
  return shown === 'outside' ? { id: boundaryFlowId(end), handle } : { id: groupFlowId(shown.card), handle };
}

/**
 * The document's links as edges. Those that cannot be drawn are left out (their nodes show the problem), and those within
 * a collapsed group or outside the group that is shown.
 */
export function toFlowEdges(
  document: SwarmDocument,
  chosen: Chosen<LinkId>,
  before: readonly FlowEdge[],
  inside: GroupId | null = null,
): FlowEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  const view = viewOf(document, inside);
  return linksOf(document).flatMap(([id, link]): FlowEdge[] => {
    const from = document.nodes[link.from.node];
    const to = document.nodes[link.to.node];
    const ports = drawnPorts(document, link);
    const start = placeOf(document, view, { ...link.from, direction: 'out' });
    const end = placeOf(document, view, { ...link.to, direction: 'in' });
    if (from === undefined || to === undefined || ports === null || start === null || end === null) return [];
    if (start.id === end.id && thingOf(start.id).kind !== 'node') return [];
    if (thingOf(start.id).kind === 'boundary' && thingOf(end.id).kind === 'boundary') return [];
    const { source } = ports;
    const old = known.get(id);
    const standing = standingOf(chosen, id);
    const { selected, lifted } = standing;
    const isKnown =
      old?.data !== undefined &&
      old.data.link === link &&
      old.data.type === source.type &&
      old.source === start.id &&
      old.target === end.id;
    if (isKnown && standsTheSame(old, standing)) return [old];
    const shown = {
      selected,
      // The library lifts every link that is selected.
      zIndex: selected && !lifted ? -LIFTED_Z : 0,
      domAttributes: linkAttributes(standing),
    };
    if (isKnown && old.data !== undefined) {
      const data = old.data.halo === lifted ? old.data : { ...old.data, halo: lifted };
      return [{ ...old, ...shown, data }];
    }
    return [
      {
        id,
        type: 'swarm',
        source: start.id,
        sourceHandle: start.handle,
        target: end.id,
        targetHandle: end.handle,
        data: { link, type: source.type, halo: lifted },
        ...shown,
        ariaLabel: t`${source.label} of ${nodeTitle(from)} to ${nodeTitle(to)}`,
      },
    ];
  });
}

/** Positions that differ from the document's, after a drag: whole numbers. */
export function movesOf(document: SwarmDocument, nodes: readonly FlowNode[]): Moves {
  const moves = { nodes: [], groups: [], comments: [] } as {
    [Kind in keyof Moves]: Moves[Kind][number][];
  }; // empty lists have any type
  for (const { id: flowId, position } of nodes) {
    const thing = thingOf(flowId);
    const to = { x: Math.round(position.x), y: Math.round(position.y) };
    const differs = (at: { x: number; y: number } | undefined): boolean =>
      at !== undefined && (at.x !== to.x || at.y !== to.y);
    switch (thing.kind) {
      case 'node':
        if (differs(document.nodes[thing.id]?.position)) moves.nodes.push({ id: thing.id, ...to });
        break;
      case 'group':
        if (differs(document.groups[thing.id]?.position)) moves.groups.push({ id: thing.id, ...to });
        break;
      case 'comment':
        if (differs(document.comments[thing.id]?.position)) moves.comments.push({ id: thing.id, ...to });
        break;
      case 'boundary':
        break;
    }
  }
  return moves;
}
