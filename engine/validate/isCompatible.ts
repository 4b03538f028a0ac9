import { t } from '../core/text.ts';
import type { SwarmDocument } from '../document/schema.ts';
import { isFull } from './checkLinks.ts';
import { isTalker, orderingLinks, reachable } from './cycles.ts';
import { type DocumentIndex, indexDocument, type NodeEntry, portOf } from './documentIndex.ts';
import { type LinkEnd, linkFault } from './linkRules.ts';

export type Compatibility = { readonly ok: true } | { readonly ok: false; readonly reason: string };

const no = (reason: string): Compatibility => ({ ok: false, reason });

const carriesWeights = (target: NodeEntry | undefined, port: string): boolean =>
  target !== undefined && portOf(target, 'in', port)?.type === 'weights';

/** Whether a link may be drawn from a way out to a way in, and if not, a sentence why: for the canvas while dragging. */
export function isCompatible(document: SwarmDocument, from: LinkEnd, to: LinkEnd): Compatibility {
  return isCompatibleIn(indexDocument(document), from, to);
}

/** The same for many ports of one document, which is then looked up only once. */
export function isCompatibleIn(index: DocumentIndex, from: LinkEnd, to: LinkEnd): Compatibility {
  const source = index.nodes.get(from.node);
  const target = index.nodes.get(to.node);
  const unknown = [source, target].find((entry) => entry !== undefined && entry.kind === undefined);
  if (unknown !== undefined) return no(t`This version does not know what ${unknown.title} is.`);
  const fault = linkFault(index, from, to);
  if (fault !== null) return no(fault.message);
  const exists = source?.outgoing.some(
    ({ link }) => link.from.port === from.port && link.to.node === to.node && link.to.port === to.port,
  );
  if (exists) return no(t`This link is already there.`);
  if (isFull(index, 'in', to)) {
    const port = target === undefined ? undefined : portOf(target, 'in', to.port);
    return no(
      t`"${port?.label ?? to.port}" of ${target?.title ?? to.node} already has its link: delete that one first.`,
    );
  }
  const talk =
    (isTalker(source?.node.kind) && isTalker(target?.node.kind)) || carriesWeights(target, to.port);
  if (!talk && reachable([to.node], orderingLinks(index), 'forward').has(from.node)) {
    return no(
      t`${source?.title ?? from.node} already waits for ${target?.title ?? to.node}; this link would close a circle.`,
    );
  }
  return { ok: true };
}
