import { groupsOf } from '../document/groups.ts';
import type { SwarmDocument } from '../document/schema.ts';
import { PORT_NAMES } from '../nodes/kind.ts';
import { indexDocument } from '../validate/documentIndex.ts';

/** Text within quotation marks, with Mermaid's own signs as entities. */
const quoted = (text: string): string =>
  `"${text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll(/[#&<>"]/g, (sign) => `#${sign.codePointAt(0)};`)}"`;

/** Brackets that give each family of nodes a shape of its own. */
const SHAPES: Readonly<Record<string, readonly [string, string]>> = {
  data: ['[(', ')]'],
  fish: ['([', '])'],
  talk: ['{{', '}}'],
  decide: ['[/', '\\]'],
  adapt: ['>', ']'],
  test: ['{', '}'],
  goal: ['((', '))'],
};

/** A swarm as a Mermaid flowchart: nodes with their kinds, links with what passes them, groups as subgraphs. */
export function toMermaid(document: SwarmDocument): string {
  const index = indexDocument(document);
  // Ids of documents may be words of Mermaid ("end"), so that nodes are numbered.
  const names = new Map([...index.nodes.keys()].map((id, position) => [id, `n${position + 1}`]));
  const groupNames = new Map(groupsOf(document).map(([id], position) => [id, `g${position + 1}`]));
  const lines = ['flowchart LR'];
  const writeGroup = (group: string | undefined, indent: string, seen: readonly string[]): void => {
    for (const entry of index.nodes.values()) {
      const { id, node, kind } = entry;
      const home = node.group !== undefined && groupNames.has(node.group) ? node.group : undefined;
      if (home !== group) continue;
      const title = node.name === undefined || node.name.trim() === '' ? id : node.name;
      const [open, close] = SHAPES[kind?.family ?? ''] ?? ['[', ']'];
      lines.push(
        `${indent}${names.get(id)}${open}${quoted(`${title} · ${kind?.label ?? node.kind}`)}${close}`,
      );
    }
    for (const [id, { name, parent }] of groupsOf(document)) {
      const outer = parent !== undefined && groupNames.has(parent) ? parent : undefined;
      if (outer !== group || seen.includes(id)) continue;
      lines.push(`${indent}subgraph ${groupNames.get(id)}[${quoted(name)}]`);
      writeGroup(id, `${indent}  `, [...seen, id]);
      lines.push(`${indent}end`);
    }
  };
  writeGroup(undefined, '  ', []);
  for (const { link } of index.links) {
    const [from, to] = [names.get(link.from.node), names.get(link.to.node)];
    if (from === undefined || to === undefined) continue;
    const port = index.nodes
      .get(link.from.node)
      ?.ports.find(({ direction, id }) => direction === 'out' && id === link.from.port);
    lines.push(`  ${from} -->|${quoted(port === undefined ? link.from.port : PORT_NAMES[port.type])}| ${to}`);
  }
  return `${lines.join('\n')}\n`;
}
