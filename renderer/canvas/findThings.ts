import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { linksOf, nodesOf } from '#engine/document/graph.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { kindOf } from '#engine/nodes/registry.ts';
import { rememberLast } from '../ui/rememberLast.ts';
import { searchTexts } from '../ui/searchTexts.ts';
import { badgeOf, nodeTitle, portsOf } from './ports.ts';

/** A node or link that can be gone to. */
export type Findable =
  | {
      readonly type: 'node';
      readonly id: NodeId;
      readonly title: string;
      readonly about: string;
      readonly kind: string;
    }
  | {
      readonly type: 'link';
      readonly id: LinkId;
      readonly title: string;
      readonly about: string;
      readonly kind: string;
    };

/** All that can be found, made once for each state of a document. */
const findable = rememberLast((document: SwarmDocument): readonly Findable[] => {
  const nodes = nodesOf(document).map(([id, node]): Findable => {
    const about = `${kindOf(node.kind)?.label ?? node.kind} · ${badgeOf(node)}`;
    return { type: 'node', id, title: nodeTitle(node), about, kind: node.kind };
  });
  const links = linksOf(document).map(([id, link]): Findable => {
    const [from, to] = [document.nodes[link.from.node], document.nodes[link.to.node]];
    const name = (node: typeof from, end: string): string => (node === undefined ? end : nodeTitle(node));
    const port = portsOf(document, link.from.node).find(
      (spec) => spec.id === link.from.port && spec.direction === 'out',
    );
    return {
      type: 'link',
      id,
      title: t`${name(from, link.from.node)} to ${name(to, link.to.node)}`,
      about: t`${port?.label ?? link.from.port} link`,
      kind: from?.kind ?? '',
    };
  });
  return [...nodes, ...links];
});

/** Nodes by name, kind and family, then links by their ends; the best first. */
export const findThings = (document: SwarmDocument, text: string): readonly Findable[] =>
  searchTexts(findable(document), text, ({ type, title, about, kind }) => [
    title,
    about,
    type === 'node' ? `${kind} ${kindOf(kind)?.family ?? ''}` : '',
  ]);
