import { buildSwarm, wholeSwarm } from '../../document/build.testing.ts';
import type { SwarmDocument } from '../../document/schema.ts';
import type { DiagnosticCode } from '../codes.ts';

type Nodes = Parameters<typeof buildSwarm>[0];
export const whole = wholeSwarm();
export const NODES: Nodes = {
  data: ['dataset'],
  part: ['shard'],
  fish: ['fish', { count: 4 }],
  mean: ['average'],
  goal: ['goal'],
};
export const LINKS = [
  'data.examples -> part.examples',
  'part.examples -> fish.examples',
  'fish.prediction -> mean.prediction',
  'mean.prediction -> goal.prediction',
];
/** The whole swarm of these nodes and links with more, or others, of either. */
export const swarm = (nodes: Nodes = {}, links: readonly string[] = [], rest = {}) =>
  buildSwarm({ ...NODES, ...nodes }, [...LINKS, ...links], rest);
/** The whole swarm, its first link with these parameters. */
export const withLink = (params: object): SwarmDocument => {
  const [id, link] = Object.entries(whole.links)[0] as [
    string,
    SwarmDocument['links'][keyof SwarmDocument['links']],
  ];
  return { ...whole, links: { ...whole.links, [id]: { ...link, params: { ...link.params, ...params } } } };
};

/** A document that has this code: what it is, what is said of it, and whether one click mends it. */
export type Case = readonly [DiagnosticCode, string, SwarmDocument, RegExp, 'mended' | 'no fix'];
