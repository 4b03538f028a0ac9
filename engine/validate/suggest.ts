import { t } from '../core/text.ts';
import { fishCount } from '../document/graph.ts';
import type { Fix } from './diagnostic.ts';
import { type DocumentIndex, entriesOf, type NodeEntry } from './documentIndex.ts';

const AGGREGATORS = ['average', 'weighted', 'vote', 'robust', 'stacking', 'gate', 'cascade'] as const;

const lacks = (entry: NodeEntry, port: string) => !entry.incoming.some(({ link }) => link.to.port === port);

/** Aggregators whose decision nothing but a probe reads: what a goal would most likely want. */
function lastAggregators(index: DocumentIndex): NodeEntry[] {
  return entriesOf(index, ...AGGREGATORS).filter(({ outgoing }) =>
    outgoing.every(({ link }) => index.document.nodes[link.to.node]?.kind === 'probe'),
  );
}

const prediction = ({ id }: NodeEntry) => ({ node: id, port: 'prediction' });

/** A dataset for every fish and shard that has no examples; a fish goes through a shard where there is one. */
export function addDataset(index: DocumentIndex): Fix {
  const shards = entriesOf(index, 'shard');
  const hungry = entriesOf(index, 'shard', 'fish').filter((entry) => lacks(entry, 'examples'));
  return {
    kind: 'add-node',
    nodeKind: 'dataset',
    linkTo: hungry
      .filter(({ node }) => node.kind === 'shard' || shards.length === 0)
      .map(({ id }) => ({ node: id, port: 'examples', fromPort: 'examples' })),
    label: t`Add a dataset`,
  };
}

/** A school that reads what data there is and speaks to an aggregator or goal that has nobody yet. */
export function addFish(index: DocumentIndex): Fix {
  const source = entriesOf(index, 'shard')[0] ?? entriesOf(index, 'dataset')[0];
  const listener = entriesOf(index, ...AGGREGATORS, 'goal').find((entry) => lacks(entry, 'prediction'));
  return {
    kind: 'add-node',
    nodeKind: 'fish',
    linkFrom: source === undefined ? [] : [{ node: source.id, port: 'examples', toPort: 'examples' }],
    linkTo: listener === undefined ? [] : [{ node: listener.id, port: 'prediction', fromPort: 'prediction' }],
    label: t`Add a fish`,
  };
}

/** A goal, linked to the last aggregator or the only fish where there is one. */
export function addGoal(index: DocumentIndex): Fix {
  const answer = answering(index);
  return {
    kind: 'add-node',
    nodeKind: 'goal',
    linkFrom: answer === undefined ? [] : [{ ...prediction(answer), toPort: 'prediction' }],
    label: answer === undefined ? t`Add a goal` : t`Add a goal answered by ${answer.title}`,
  };
}

function answering(index: DocumentIndex): NodeEntry | undefined {
  const last = lastAggregators(index)[0];
  if (last !== undefined) return last;
  const fish = entriesOf(index, 'fish');
  const only = fish[0];
  return fish.length === 1 && only !== undefined && fishCount(only.node) === 1 ? only : undefined;
}

/** Something for a required port that has no link; undefined where nothing sensible can be offered. */
export function fillPort(index: DocumentIndex, entry: NodeEntry, port: string): Fix | undefined {
  const to = { node: entry.id, port };
  if (port === 'examples') {
    const shard = entry.node.kind === 'fish' ? entriesOf(index, 'shard')[0] : undefined;
    const source = shard ?? entriesOf(index, 'dataset')[0];
    if (source === undefined) return addDataset(index);
    return {
      kind: 'add-link',
      from: { node: source.id, port: 'examples' },
      to,
      label: t`Link it to ${source.title}`,
    };
  }
  if (entry.node.kind === 'goal') {
    const answer = answering(index);
    if (answer !== undefined) {
      return { kind: 'add-link', from: prediction(answer), to, label: t`Let ${answer.title} answer` };
    }
    const fish = entriesOf(index, 'fish');
    if (fish.length === 0) return addFish(index);
    return {
      kind: 'add-node',
      nodeKind: 'average',
      linkFrom: fish.map((school) => ({ ...prediction(school), toPort: 'prediction' })),
      linkTo: [{ ...to, fromPort: 'prediction' }],
      label: t`Add an average of the fish`,
    };
  }
  const fish = entriesOf(index, 'fish');
  const silent =
    fish.find(({ outgoing }) => outgoing.every(({ link }) => link.from.port !== 'prediction')) ?? fish[0];
  if (silent === undefined) return addFish(index);
  return { kind: 'add-link', from: prediction(silent), to, label: t`Link ${silent.title} to it` };
}
