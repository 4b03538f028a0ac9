import type { LinkId, NodeId } from '#engine/core/brand.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import type { Diagnostic } from '#engine/validate/diagnostic.ts';
import { validate } from '#engine/validate/validate.ts';
import { drawnPorts } from '../canvas/flow/shownPort.ts';
import { activeTab, useDocuments } from '../documents/store.ts';
import { followById } from '../ui/followById.ts';
import { meansTheSame } from './meansTheSame.ts';

export interface Problems {
  readonly all: readonly Diagnostic[];
  /** With those of links that cannot be drawn, or are hidden behind their own node. */
  readonly byNode: ReadonlyMap<NodeId, readonly Diagnostic[]>;
  readonly byLink: ReadonlyMap<LinkId, readonly Diagnostic[]>;
  /** The first that keeps the swarm from running. */
  readonly firstError: Diagnostic | null;
}

const none: Problems = { all: [], byNode: new Map(), byLink: new Map(), firstError: null };
const known = new WeakMap<SwarmDocument, Problems>();
let last: { readonly document: SwarmDocument; readonly problems: Problems } | null = null;

/** What is wrong with a document; computed once for each state of it, and not again where things only moved. */
export function problemsOf(document: SwarmDocument): Problems {
  const before = known.get(document);
  if (before !== undefined) return before;
  const problems =
    last !== null && meansTheSame(last.document, document) ? last.problems : findProblems(document);
  known.set(document, problems);
  last = { document, problems };
  return problems;
}

function findProblems(document: SwarmDocument): Problems {
  const all = validate(document);
  return {
    all,
    byNode: groupBy(all, (problem) => nodesShowing(document, problem)),
    byLink: groupBy(all, ({ linkId }) => (linkId === undefined ? [] : [linkId])),
    firstError: all.find((problem) => problem.severity === 'error') ?? null,
  };
}

function nodesShowing(document: SwarmDocument, { nodeId, linkId }: Diagnostic): readonly NodeId[] {
  if (nodeId !== undefined) return [nodeId];
  const link = linkId === undefined ? undefined : document.links[linkId];
  if (link === undefined) return [];
  const ends = [...new Set([link.from.node, link.to.node])].filter((id) => document.nodes[id] !== undefined);
  return ends.length === 2 && drawnPorts(document, link) !== null ? [] : ends;
}

function groupBy<Key>(
  all: readonly Diagnostic[],
  keysOf: (problem: Diagnostic) => readonly Key[],
): Map<Key, Diagnostic[]> {
  const groups = new Map<Key, Diagnostic[]>();
  for (const problem of all) {
    for (const key of keysOf(problem)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [problem]);
      else group.push(problem);
    }
  }
  return groups;
}

/** Something of the problems of the active document. */
export function useProblems<T>(selector: (problems: Problems) => T): T {
  return useDocuments((state) => {
    const document = activeTab(state)?.document;
    return selector(document === undefined ? none : problemsOf(document));
  });
}

const now = (): Problems => {
  const document = activeTab(useDocuments.getState())?.document;
  return document === undefined ? none : problemsOf(document);
};
const sameProblems = (a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** The problems of the active document, by node and by link. */
export const nodeProblems = followById([useDocuments], () => now().byNode, sameProblems);
export const linkProblems = followById([useDocuments], () => now().byLink, sameProblems);
