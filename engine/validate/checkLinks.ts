import { counted, t } from '../core/text.ts';
import { checkEffects } from './checkEffects.ts';
import { findCycles } from './cycles.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
import { type DocumentIndex, type LinkEntry, portOf } from './documentIndex.ts';
import { linkFault } from './linkRules.ts';
import { linkProblem } from './problems.ts';

const remove = ({ id }: LinkEntry): Fix => ({ kind: 'delete-link', linkId: id, label: t`Delete the link` });

/** Every link: its ends, its ports, how many there are, circles, and parameters that cannot act. */
export function checkLinks(index: DocumentIndex): Diagnostic[] {
  return [
    ...index.links.flatMap((entry) => checkOne(index, entry)),
    ...checkDuplicates(index),
    ...checkCounts(index),
    ...checkCycles(index),
    ...checkEffects(index),
  ];
}

function checkOne(index: DocumentIndex, entry: LinkEntry): Diagnostic[] {
  const fault = linkFault(index, entry.link.from, entry.link.to);
  return fault === null ? [] : [linkProblem(entry.id, { ...fault, fix: remove(entry) })];
}

const ends = ({ link }: LinkEntry) =>
  JSON.stringify([link.from.node, link.from.port, link.to.node, link.to.port]);

/** `"Prediction" of "Scout"`. */
function endName(index: DocumentIndex, direction: 'in' | 'out', end: LinkEntry['link']['to']): string {
  const node = index.nodes.get(end.node);
  const port = node === undefined ? undefined : portOf(node, direction, end.port);
  return t`"${port?.label ?? end.port}" of ${node?.title ?? `"${end.node}"`}`;
}

function checkDuplicates(index: DocumentIndex): Diagnostic[] {
  const groups = Map.groupBy(index.links, ends);
  return [...groups.values()].flatMap(([, ...others]) =>
    others.map((entry) =>
      linkProblem(entry.id, {
        code: 'duplicate-link',
        message: t`Another link already goes from ${endName(index, 'out', entry.link.from)} to ${endName(index, 'in', entry.link.to)}: one is enough; give that one more strength if you meant to.`,
        fix: remove(entry),
      }),
    ),
  );
}

function checkCounts(index: DocumentIndex): Diagnostic[] {
  return [...index.nodes.values()].flatMap((node) =>
    node.ports.flatMap((port) => {
      const links =
        port.direction === 'in'
          ? node.incoming.filter(({ link }) => link.to.port === port.id)
          : node.outgoing.filter(({ link }) => link.from.port === port.id);
      return links.slice(Math.min(port.maxLinks, links.length)).map((entry) =>
        linkProblem(entry.id, {
          code: 'too-many-links',
          message: t`"${port.label}" of ${node.title} takes ${counted(port.maxLinks, 'one link', '{0} links')}, but ${links.length} are drawn.`,
          fix: remove(entry),
        }),
      );
    }),
  );
}

function checkCycles(index: DocumentIndex): Diagnostic[] {
  return findCycles(index).map(({ nodes, closing }) => {
    const titles = nodes.slice(0, 6).map((id) => index.nodes.get(id)?.title ?? id);
    const more = nodes.length > 6 ? [t`${nodes.length - 6} more`] : [];
    return linkProblem(closing.id, {
      code: 'cycle',
      message: t`${[...titles, ...more].join(', ')} wait for each other in a circle, so none could ever answer: delete one of their links.`,
      fix: remove(closing),
    });
  });
}

/** Whether the node's port at this end has room for one more link. */
export function isFull(index: DocumentIndex, direction: 'in' | 'out', end: LinkEntry['link']['to']): boolean {
  const node = index.nodes.get(end.node);
  const port = node === undefined ? undefined : portOf(node, direction, end.port);
  if (node === undefined || port === undefined) return false;
  const links =
    direction === 'in'
      ? node.incoming.filter(({ link }) => link.to.port === end.port)
      : node.outgoing.filter(({ link }) => link.from.port === end.port);
  return links.length >= port.maxLinks;
}
