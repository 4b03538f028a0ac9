import { beforeEach, describe, expect, it } from 'vitest';
import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { buildSwarm } from '#engine/document/build.testing.ts';
import { nextNodeId } from '#engine/document/create.ts';
import { linksOf } from '#engine/document/graph.ts';
import { lastStep } from './history.ts';
import { addIntoLink, portsForLink, putIntoLink, redrawLink } from './linkEdits.ts';
import { currentTab, openTab, undoEdit, useDocuments } from './store.ts';

const swarm = buildSwarm(
  { data: ['dataset'], fish: ['fish'], other: ['fish'], mean: ['average'], shard: ['shard'], goal: ['goal'] },
  ['data.examples -> fish.examples', 'fish.prediction -> goal.prediction'],
);
const node = (id: string) => id as NodeId; // ids given above
const linkTo = (id: string): LinkId =>
  linksOf(currentTab()!.document).find(([, { to }]) => to.node === id)![0];
const ends = () => linksOf(currentTab()!.document).map(([, { from, to }]) => `${from.node} -> ${to.node}`);

beforeEach(() => {
  useDocuments.setState({ tabs: [], activeId: null });
  openTab({ document: swarm });
});

describe('a node dropped on a link', () => {
  it('stands in the middle of it, where its ports fit, as one step', () => {
    const { document, id } = currentTab()!;
    putIntoLink(document, node('mean'), linkTo('goal'), null);
    expect(ends().toSorted()).toEqual(['data -> fish', 'fish -> mean', 'mean -> goal']);
    undoEdit(id);
    expect(currentTab()!.document).toEqual(document);
  });

  it('changes nothing where a port does not fit', () => {
    expect(portsForLink(swarm, node('mean'), linkTo('fish'))).toBeNull();
    expect(portsForLink(swarm, node('fish'), linkTo('goal'))).toBeNull();
    expect(portsForLink(swarm, node('shard'), linkTo('fish'))).toEqual({ into: 'examples', out: 'examples' });
  });
});

describe('a node added from the palette by dropping it on a link', () => {
  it('is one step, which says so and takes all of it back', () => {
    const { document, id } = currentTab()!;
    addIntoLink('average', { x: 300, y: 0 }, linkTo('goal'));
    const fresh = nextNodeId(document, 'average');
    expect(ends().toSorted()).toEqual(['data -> fish', `fish -> ${fresh}`, `${fresh} -> goal`].toSorted());
    expect(lastStep(currentTab()!.history)?.label).toBe('add average into a link');
    undoEdit(id);
    expect(currentTab()!.document).toEqual(document);
    addIntoLink('average', { x: 300, y: 0 }, linkTo('fish')); // examples do not pass an average
    expect(lastStep(currentTab()!.history)?.label).toBe('add average');
    expect(ends()).toHaveLength(2);
  });
});

describe('a link drawn anew', () => {
  it('keeps its id and settings', () => {
    const id = linkTo('fish');
    redrawLink(
      id,
      { node: node('data'), port: 'examples', direction: 'out' },
      { node: node('other'), port: 'examples', direction: 'in' },
    );
    expect(currentTab()!.document.links[id]).toMatchObject({
      to: { node: 'other' },
      params: { strength: 1 },
    });
  });
});
