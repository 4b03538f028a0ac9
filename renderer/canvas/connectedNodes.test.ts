import { describe, expect, it } from 'vitest';
import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { buildSwarm } from '#engine/document/build.testing.ts';
import { nothingSelected } from '../documents/store.ts';
import { connectedNodes } from './connectedNodes.ts';
import { nextLinkOf } from './nextLinkOf.ts';

const swarm = buildSwarm(
  { data: ['dataset'], a: ['fish'], b: ['fish'], mean: ['average'], alone: ['probe'] },
  ['data.examples -> a.examples', 'a.prediction -> mean.prediction', 'b.prediction -> mean.prediction'],
);
const ids = (...names: string[]) => names as NodeId[]; // ids given above

describe('what is connected', () => {
  it('is everything links lead to, both ways, and nothing else', () => {
    expect(connectedNodes(swarm, { ...nothingSelected, nodes: ids('data') }).toSorted()).toEqual([
      'a',
      'b',
      'data',
      'mean',
    ]);
    expect(connectedNodes(swarm, { ...nothingSelected, nodes: ids('alone') })).toEqual(['alone']);
    const [link] = Object.keys(swarm.links) as LinkId[]; // keys of a record of links
    expect(connectedNodes(swarm, { ...nothingSelected, links: [link!] })).toHaveLength(4);
  });
});

describe('the links of a node, one after another', () => {
  it('go round, and there is none where there is none', () => {
    const [mean, alone] = ids('mean', 'alone');
    const first = nextLinkOf(swarm, mean!, null);
    const second = nextLinkOf(swarm, mean!, first);
    expect(second).not.toBe(first);
    expect(nextLinkOf(swarm, mean!, second)).toBe(first);
    expect(nextLinkOf(swarm, alone!, null)).toBeNull();
  });
});
