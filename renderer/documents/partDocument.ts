import type { GroupId, LinkId } from '#engine/core/brand.ts';
import { newDocument } from '#engine/document/create.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { type ClipboardNodes, contentOfSelection } from './clipboard.ts';
import { nothingSelected } from './store.ts';

/** Copied content as a document of its own, unfinished as it may be. */
export function partDocument(content: ClipboardNodes, name = ''): SwarmDocument {
  const part = newDocument();
  const links = content.links.map((link, index) => [`link-${index + 1}` as LinkId, link] as const); // matches the id pattern
  return {
    ...part,
    meta: { ...part.meta, name },
    nodes: content.nodes,
    links: Object.fromEntries(links),
    groups: content.groups,
    comments: content.comments,
  };
}

/** What is in a group, without the group itself, as a document to draw a picture of. */
export function groupDocument(document: SwarmDocument, group: GroupId): SwarmDocument {
  const content = contentOfSelection(document, { ...nothingSelected, groups: [group] });
  const { [group]: _, ...groups } = content.groups;
  return partDocument({ ...content, groups });
}
