import type { CommentId, GroupId, NodeId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { groupPorts } from '#engine/document/groupPorts.ts';
import { groupChain } from '#engine/document/groups.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { kindOf } from '#engine/nodes/registry.ts';
import { groupTitle } from '../../documents/groupEdits.ts';
import { type View, viewOf } from '../../documents/view.ts';
import { boundaryMarks } from '../boundaryMarks.ts';
import { boundaryFlowId, commentFlowId, groupFlowId } from '../flowIds.ts';
import { aboutId, SELECTED_ID } from '../NodeAbout.tsx';
import { nodeTitle, portsOf } from '../ports.ts';
import type { BoundaryFlowNode, FlowNode } from './flowNode.ts';
import { samePorts, shownPort } from './shownPort.ts';
import { type Chosen, LIFTED_Z, type Standing, standingOf, standsTheSame, tabStop } from './standing.ts';

/** Frames lie under comments, comments under links and nodes. */
const FRAME_Z = -40;

const COMMENT_Z = -5;

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
