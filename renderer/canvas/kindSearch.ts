import { defaultFilter } from 'cmdk';
import type { SwarmDocument } from '#engine/document/schema.ts';
import type { NodeKind } from '#engine/nodes/kind.ts';
import { NODE_KINDS } from '#engine/nodes/registry.ts';
import { fittingPort } from '../documents/graphEdits.ts';
import type { PortEnd } from './canvasStore.ts';

/** The kinds a link from `fit` could end at; all kinds without one. */
export function kindsThatFit(document: SwarmDocument, fit: PortEnd | null): readonly NodeKind[] {
  return fit === null
    ? NODE_KINDS
    : NODE_KINDS.filter(({ kind }) => fittingPort(document, kind, fit) !== null);
}

/** Kinds whose name, family or help has the letters of `text` in order, best first; all for an empty text. */
export function searchKinds(kinds: readonly NodeKind[], text: string): readonly NodeKind[] {
  const wanted = text.trim();
  if (wanted === '') return kinds;
  return kinds
    .map((kind) => ({ kind, score: scoreOf(kind, wanted) }))
    .filter(({ score }) => score > 0.01)
    .toSorted((a, b) => b.score - a.score)
    .map(({ kind }) => kind);
}

/** Found kinds apart: those added last, the newest first, and the others. */
export function recentFirst(
  found: readonly NodeKind[],
  recent: readonly string[],
): readonly [recent: readonly NodeKind[], others: readonly NodeKind[]] {
  const last = recent.flatMap((kind) => found.find((one) => one.kind === kind) ?? []);
  return [last, found.filter((kind) => !last.includes(kind))];
}

function scoreOf(kind: NodeKind, text: string): number {
  const byName = defaultFilter(kind.label, text);
  const byAlias = 0.6 * defaultFilter('', text, [kind.kind, kind.family, ...(ALIASES[kind.kind] ?? [])]);
  // The help is long: letters in order always occur, so there every word must begin one of its words.
  const words = kind.help.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const wanted = text.toLowerCase().split(/\s+/);
  const byHelp = wanted.every((part) => words.some((word) => word.startsWith(part))) ? 0.1 : 0;
  return Math.max(byName, byAlias, byHelp);
}

/** Other words people look for. */
const ALIASES: Record<string, readonly string[]> = {
  fish: ['transformer', 'model', 'school', 'network'],
  dataset: ['data', 'csv', 'file', 'examples'],
  shard: ['partition', 'split', 'dirichlet'],
  average: ['mean', 'ensemble', 'aggregator'],
  weighted: ['hedge', 'aggregator'],
  vote: ['majority', 'aggregator'],
  robust: ['median', 'trimmed', 'krum', 'byzantine', 'aggregator'],
  stacking: ['meta', 'learned', 'aggregator'],
  gate: ['mixture of experts', 'moe', 'router', 'aggregator'],
  cascade: ['hierarchy', 'levels', 'escalate', 'aggregator'],
  federated: ['server', 'fedavg', 'privacy', 'clients'],
  hub: ['centre', 'broadcast', 'mean'],
  evolve: ['genetic', 'population', 'pbt', 'merge', 'controller'],
  organise: ['topology', 'trust', 'stigmergy', 'controller'],
  reinforce: ['bandit', 'reward', 'reputation', 'controller'],
  supervise: ['heartbeat', 'takeover', 'spare', 'controller'],
  fault: ['kill', 'crash', 'failure'],
  probe: ['watch', 'record'],
  goal: ['target', 'metric', 'loss'],
};
