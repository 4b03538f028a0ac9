import { z } from 'zod';
import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { nextId, nextNodeId } from '#engine/document/create.ts';
import { linksOf } from '#engine/document/graph.ts';
import { linkSchema, nodeSchema, type SwarmDocument } from '#engine/document/schema.ts';

const MARK = 'shuurai/nodes';
const MOST_TEXT = 16 * 1024 * 1024;

const clipboardSchema = z.strictObject({
  type: z.literal(MARK),
  version: z.literal(1),
  nodes: z.record(z.string(), nodeSchema),
  links: z.array(linkSchema),
});
export type ClipboardNodes = z.output<typeof clipboardSchema>;

/** The chosen nodes and the links between them, as the text that goes to the clipboard. */
export function toClipboard(document: SwarmDocument, chosen: readonly NodeId[]): string {
  const ids = new Set<string>(chosen);
  const nodes = Object.fromEntries(Object.entries(document.nodes).filter(([id]) => ids.has(id)));
  const links = linksOf(document)
    .map(([, link]) => link)
    .filter((link) => ids.has(link.from.node) && ids.has(link.to.node));
  return JSON.stringify({ type: MARK, version: 1, nodes, links }, null, 2);
}

/** What a clipboard text holds; null where it is not ours or is damaged. */
export function fromClipboard(text: string): ClipboardNodes | null {
  if (text.length > MOST_TEXT || !text.includes(MARK)) return null;
  try {
    const parsed = clipboardSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // not JSON: foreign text
  }
}

/** Puts copies into a draft under new ids, moved by `offset`, and returns the new nodes. */
export function pasteInto(
  draft: SwarmDocument,
  content: ClipboardNodes,
  offset: { readonly x: number; readonly y: number },
): NodeId[] {
  const renamed = new Map<string, NodeId>();
  for (const [id, node] of Object.entries(content.nodes)) {
    const fresh = nextNodeId(draft, node.kind);
    renamed.set(id, fresh);
    const { group, ...rest } = structuredClone(node);
    draft.nodes[fresh] = {
      ...rest,
      ...(group !== undefined && draft.groups[group] !== undefined ? { group } : {}),
      position: { x: Math.round(node.position.x + offset.x), y: Math.round(node.position.y + offset.y) },
    };
  }
  for (const link of content.links) {
    const from = renamed.get(link.from.node);
    const to = renamed.get(link.to.node);
    if (from === undefined || to === undefined) continue;
    const id = nextId('link', draft.links) as LinkId; // prefix and number match the id pattern
    draft.links[id] = {
      from: { ...link.from, node: from },
      to: { ...link.to, node: to },
      params: { ...link.params },
    };
  }
  return [...renamed.values()];
}

/** The middle of copied nodes, by their corners. */
export function middleOf(content: ClipboardNodes): { x: number; y: number } {
  const positions = Object.values(content.nodes).map((node) => node.position);
  if (positions.length === 0) return { x: 0, y: 0 };
  const xs = positions.map(({ x }) => x);
  const ys = positions.map(({ y }) => y);
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
}
