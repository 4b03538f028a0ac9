import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parseDocument } from '#engine/document/parse.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { root } from './shell.ts';

/** What a field of the inspector is given: typed, or chosen from its list. */
export type Value = { readonly type: string } | { readonly choose: string };
type Fields = Readonly<Record<string, Value>>;

const typed = (value: number): Value => ({ type: String(value) });

/** What the three fish have in common, beside what every fish begins with. */
export const COMMON_FISH: Fields = {
  context: typed(24),
  dropout: typed(0),
  learningRate: typed(0.003),
  schedule: { choose: 'Constant' },
  warmup: typed(0),
};

/** The swarm of the hierarchical template: kinds, names, and what differs from a new node's settings. */
export const FISH: readonly (readonly [name: string, fields: Fields])[] = [
  ['Scout', { layers: typed(1), width: typed(4), heads: typed(1), feedForward: typed(4) }],
  ['Middle', { layers: typed(1), width: typed(8), heads: typed(2), feedForward: typed(16) }],
  ['Deep', { layers: typed(2), width: typed(48), heads: typed(4), feedForward: typed(128) }],
];
export const OTHERS: readonly (readonly [kind: string, name: string, fields: Fields])[] = [
  ['Dataset', 'Topics', { task: { choose: 'Topics' }, examples: typed(2500) }],
  ['Cascade', 'Cascade', { threshold: typed(0.8) }],
  ['Goal', 'Goal', {}],
  ['Fault', 'Crash', { round: typed(16), returnRound: typed(22) }],
];
/** Port and node at both ends. */
export const LINKS: readonly (readonly [string, string, string, string])[] = [
  ...FISH.map(([name]) => ['Examples', 'Topics', 'Examples', name] as const),
  ...FISH.map(([name]) => ['Prediction', name, 'Predictions', 'Cascade'] as const),
  ['Strikes', 'Crash', 'Control', 'Deep'],
  ['Decision', 'Cascade', 'Answer', 'Goal'],
];
export const RUN = { rounds: '30', local: '40' } as const;

/** A document by what it means: no ids and places; nodes and links by name, in one order. */
export function meaning({ nodes, links, run }: SwarmDocument): unknown {
  const name = (id: string): string => Object.entries(nodes).find(([key]) => key === id)?.[1].name ?? id;
  return {
    nodes: Object.values(nodes)
      .map((node) => ({ kind: node.kind, name: node.name, params: node.params }))
      .toSorted((a, b) => String(a.name).localeCompare(String(b.name))),
    links: Object.values(links)
      .map(({ from, to, params }) => ({
        link: `${from.port} of ${name(from.node)} -> ${to.port} of ${name(to.node)}`,
        params,
      }))
      .toSorted((a, b) => a.link.localeCompare(b.link)),
    run,
  };
}

function parsed(text: string): SwarmDocument {
  const result = parseDocument(text);
  if (!result.ok) throw new Error('The file cannot be read.');
  return result.document;
}

export const template = (): SwarmDocument =>
  parsed(readFileSync(join(root, 'templates/hierarchical.swarm'), 'utf8'));

/** The document in the file that `save` makes the page download. */
export async function savedBy(page: Page, save: () => Promise<void>): Promise<SwarmDocument> {
  const download = page.waitForEvent('download');
  await save();
  return parsed(readFileSync(await (await download).path(), 'utf8'));
}
