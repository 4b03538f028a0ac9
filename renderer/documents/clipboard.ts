import { z } from 'zod';
import type { CommentId, GroupId, LinkId, NodeId } from '#engine/core/brand.ts';
import { nextId, nextNodeId } from '#engine/document/create.ts';
import { linksOf } from '#engine/document/graph.ts';
import {
  commentSchema,
  groupSchema,
  linkSchema,
  nodeSchema,
  type SwarmDocument,
  type SwarmNode,
} from '#engine/document/schema.ts';
import { withContent } from './groupEdits.ts';
import type { Selection } from './store.ts';

const MARK = 'shuurai/nodes';
const MOST_TEXT = 16 * 1024 * 1024;

const clipboardSchema = z.strictObject({
  type: z.literal(MARK),
  version: z.literal(1),
  nodes: z.record(z.string(), nodeSchema),
  links: z.array(linkSchema),
  groups: z.record(z.string(), groupSchema).default({}),
  comments: z.record(z.string(), commentSchema).default({}),
});
export type ClipboardNodes = z.output<typeof clipboardSchema>;

function only<T>(record: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> {
  const chosen = new Set(ids);
  return Object.fromEntries(Object.entries(record).filter(([id]) => chosen.has(id)));
}

/** What is chosen, groups with what is in them, and the links between the nodes of it. */
export function contentOfSelection(document: SwarmDocument, selection: Selection): ClipboardNodes {
  const chosen = withContent(document, selection);
  const ids = new Set<string>(chosen.nodes);
  return {
    type: MARK,
    version: 1,
    nodes: only(document.nodes, chosen.nodes),
    links: linksOf(document)
      .map(([, link]) => link)
      .filter((link) => ids.has(link.from.node) && ids.has(link.to.node)),
    groups: only(document.groups, chosen.groups),
    comments: only(document.comments, chosen.comments),
  };
}

/** All of a document. */
export const contentOfDocument = ({ nodes, links, groups, comments }: SwarmDocument): ClipboardNodes => ({
  type: MARK,
  version: 1,
  nodes,
  links: Object.values(links),
  groups,
  comments,
});

/** What is chosen as the text that goes to the clipboard. */
export const toClipboard = (document: SwarmDocument, selection: Selection): string =>
  JSON.stringify(contentOfSelection(document, selection), null, 2);

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

/** Copies that were put into a document. */
export type Pasted = Pick<Selection, 'nodes' | 'groups' | 'comments'>;

/**
 * Puts copies into a draft under new ids, moved by `offset`. Copied groups keep what was copied with them; what was copied
 * without its group goes where `homeOf` says: by its new place, and the group it stood in.
 */
export function pasteInto(
  draft: SwarmDocument,
  content: ClipboardNodes,
  offset: { readonly x: number; readonly y: number },
  homeOf: (at: { readonly x: number; readonly y: number }, group: GroupId | undefined) => GroupId | undefined,
): Pasted {
  const moved = ({ position }: Pick<SwarmNode, 'position'>) => ({
    x: Math.round(position.x + offset.x),
    y: Math.round(position.y + offset.y),
  });
  const groups = new Map<string, GroupId>();
  const taken: Record<string, unknown> = { ...draft.groups };
  for (const id of Object.keys(content.groups)) {
    const fresh = nextId('group', taken) as GroupId; // prefix and number match the id pattern
    taken[fresh] = true;
    groups.set(id, fresh);
  }
  const home = (at: { x: number; y: number }, group: GroupId | undefined): GroupId | undefined =>
    (group === undefined ? undefined : groups.get(group)) ?? homeOf(at, group);
  const topGroups: GroupId[] = [];
  for (const [id, { parent, ...group }] of Object.entries(content.groups)) {
    const fresh = groups.get(id);
    if (fresh === undefined) continue;
    const position = moved(group);
    const above = home(position, parent);
    if (parent === undefined || !groups.has(parent)) topGroups.push(fresh);
    draft.groups[fresh] = {
      ...group,
      position,
      size: { ...group.size },
      ...(above === undefined ? {} : { parent: above }),
    };
  }
  const renamed = new Map<string, NodeId>();
  const topNodes: NodeId[] = [];
  for (const [id, node] of Object.entries(content.nodes)) {
    const fresh = nextNodeId(draft, node.kind);
    renamed.set(id, fresh);
    const { group, ...rest } = structuredClone(node);
    const position = moved(node);
    const above = home(position, group);
    if (group === undefined || !groups.has(group)) topNodes.push(fresh);
    draft.nodes[fresh] = { ...rest, position, ...(above === undefined ? {} : { group: above }) };
  }
  const topComments: CommentId[] = [];
  for (const { group, ...comment } of Object.values(content.comments)) {
    const fresh = nextId('comment', draft.comments) as CommentId; // as above
    const position = moved(comment);
    const above = home(position, group);
    if (group === undefined || !groups.has(group)) topComments.push(fresh);
    draft.comments[fresh] = {
      ...comment,
      position,
      size: { ...comment.size },
      ...(above === undefined ? {} : { group: above }),
    };
  }
  for (const link of content.links) {
    const from = renamed.get(link.from.node);
    const to = renamed.get(link.to.node);
    if (from === undefined || to === undefined) continue;
    const id = nextId('link', draft.links) as LinkId; // as above
    draft.links[id] = {
      from: { ...link.from, node: from },
      to: { ...link.to, node: to },
      params: { ...link.params },
    };
  }
  return { nodes: topNodes, groups: topGroups, comments: topComments };
}

/** Corners of all that was copied. */
function placesOf(content: ClipboardNodes): { x: number; y: number }[] {
  return [
    ...Object.values(content.nodes),
    ...Object.values(content.groups),
    ...Object.values(content.comments),
  ].map(({ position }) => position);
}

/** The middle of what was copied, by its corners. */
export function middleOf(content: ClipboardNodes): { x: number; y: number } {
  const positions = placesOf(content);
  if (positions.length === 0) return { x: 0, y: 0 };
  const xs = positions.map(({ x }) => x);
  const ys = positions.map(({ y }) => y);
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
}
