import type { GroupId, LinkId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { linksOf } from '#engine/document/graph.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { type View, viewOf } from '../../documents/view.ts';
import type { PortEnd } from '../canvasStore.ts';
import { boundaryFlowId, groupFlowId, handleOf, thingOf } from '../flowIds.ts';
import { nodeTitle } from '../ports.ts';
import type { FlowEdge } from './flowNode.ts';
import { drawnPorts } from './shownPort.ts';
import { type Chosen, type Standing, standingOf, standsTheSame, tabStop } from './standing.ts';

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
    const shown = { selected, domAttributes: linkAttributes(standing) };
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

/** Where the canvas shows an end of a link: which of its nodes, which handle. */
function placeOf(document: SwarmDocument, view: View, end: PortEnd): { id: string; handle: string } | null {
  const node = document.nodes[end.node];
  if (node === undefined) return null;
  const shown = view.shown(node.group);
  if (shown === 'itself') return { id: end.node, handle: end.port };
  const handle = handleOf(end.node, end.port);
  return shown === 'outside' ? { id: boundaryFlowId(end), handle } : { id: groupFlowId(shown.card), handle };
}

const linkAttributes = (standing: Standing) => ({
  ...tabStop(standing),
  'aria-roledescription': t`link`,
  'aria-describedby': undefined,
});
