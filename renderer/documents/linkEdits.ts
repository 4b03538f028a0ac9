import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { t, withinSentence } from '#engine/core/text.ts';
import { createNode, nextNodeId } from '#engine/document/create.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { kindOf } from '#engine/nodes/registry.ts';
import { isCompatible } from '#engine/validate/isCompatible.ts';
import type { PortEnd } from '../canvas/canvasStore.ts';
import { nodeTitle, portsOf } from '../canvas/ports.ts';
import { addNode, putLink } from './graphEdits.ts';
import { currentTab, editActive, endEditGesture } from './store.ts';

/** A document without one of its links, as it is while that link is drawn anew. */
export function withoutLink(document: SwarmDocument, id: LinkId | null): SwarmDocument {
  if (id === null || document.links[id] === undefined) return document;
  const links = { ...document.links };
  delete links[id];
  return { ...document, links };
}

/** Gives a link other ends; its settings stay. The caller has asked isCompatible. */
export function redrawLink(id: LinkId, a: PortEnd, b: PortEnd): void {
  const [from, to] = a.direction === 'out' ? [a, b] : [b, a];
  editActive(t`draw a link anew`, (draft) => {
    const link = draft.links[id];
    if (link === undefined) return;
    link.from = { node: from.node, port: from.port };
    link.to = { node: to.node, port: to.port };
  });
}

/** The ports by which a node can stand in the middle of a link; null where it cannot. */
export function portsForLink(
  document: SwarmDocument,
  node: NodeId,
  id: LinkId,
): { readonly into: string; readonly out: string } | null {
  const link = document.links[id];
  if (link === undefined || link.from.node === node || link.to.node === node) return null;
  const rest = withoutLink(document, id);
  const ports = portsOf(document, node);
  const into = ports.find(
    (port) => port.direction === 'in' && isCompatible(rest, link.from, { node, port: port.id }).ok,
  );
  const out = ports.find(
    (port) => port.direction === 'out' && isCompatible(rest, { node, port: port.id }, link.to).ok,
  );
  return into === undefined || out === undefined ? null : { into: into.id, out: out.id };
}

/** Puts a node into a link: what came to the other end now passes the node. The settings stay with the first half. */
export function putIntoLink(
  document: SwarmDocument,
  node: NodeId,
  id: LinkId,
  gesture: string | null,
  label?: string,
): void {
  const ports = portsForLink(document, node, id);
  const title = document.nodes[node];
  if (ports === null || title === undefined) return;
  editActive(
    label ?? t`put ${nodeTitle(title)} into a link`,
    (draft) => {
      const link = draft.links[id];
      if (link === undefined) return;
      const { to } = link;
      link.to = { node, port: ports.into };
      putLink(draft, { node, port: ports.out }, { node: to.node, port: to.port });
    },
    gesture,
  );
}

/** Adds a node in the middle of a link, as one step; beside it where its ports do not fit. */
export function addIntoLink(kind: string, at: { readonly x: number; readonly y: number }, id: LinkId): void {
  const document = currentTab()?.document;
  const spec = kindOf(kind);
  if (document === undefined || spec === undefined) return;
  const fresh = nextNodeId(document, kind);
  const nodes = { ...document.nodes, [fresh]: createNode(kind, at) };
  if (portsForLink({ ...document, nodes }, fresh, id) === null) {
    addNode(kind, at);
    return;
  }
  const label = t`add ${withinSentence(spec.label)} into a link`;
  const node = addNode(kind, at, null, {}, { label, gesture: 'drop' });
  const larger = currentTab()?.document;
  if (node !== null && larger !== undefined) putIntoLink(larger, node, id, 'drop', label);
  endEditGesture();
}
