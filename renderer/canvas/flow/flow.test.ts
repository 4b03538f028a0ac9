import { beforeEach, describe, expect, it } from 'vitest';
import type { NodeId } from '#engine/core/brand.ts';
import { newDocument } from '#engine/document/create.ts';
import { linksOf } from '#engine/document/graph.ts';
import { addNode, moveNodes } from '../../documents/graphEdits.ts';
import { currentTab, openTab, useDocuments } from '../../documents/store.ts';
import { portVerdicts } from '../verdicts.ts';
import { movesOf } from './movesOf.ts';
import type { Chosen } from './standing.ts';
import { toFlowEdges } from './toFlowEdges.ts';
import { toFlowNodes } from './toFlowNodes.ts';

const document = () => currentTab()!.document; // opened before each test
const none: Chosen<never> = { ids: new Set(), few: true };

beforeEach(() => {
  useDocuments.setState({ tabs: [], activeId: null });
  openTab({ document: newDocument() });
});

describe('the document on the canvas', () => {
  it('keeps the identity of what did not change', () => {
    const data = addNode('dataset', { x: 0, y: 0 })!;
    const fish = addNode('fish', { x: 300, y: 0 }, { node: data, port: 'examples', direction: 'out' })!;
    const nodes = toFlowNodes(document(), none, []);
    const edges = toFlowEdges(document(), none, []);
    moveNodes([{ id: fish, x: 640, y: 20 }]);
    const again = toFlowNodes(document(), none, nodes);
    expect(again[0]).toBe(nodes[0]);
    expect(again[1]).not.toBe(nodes[1]);
    expect(again[1]?.position).toEqual({ x: 640, y: 20 });
    expect(toFlowEdges(document(), none, edges)[0]).toBe(edges[0]);
    expect(toFlowNodes(document(), { ids: new Set([data]), few: true }, again)[0]?.selected).toBe(true);
  });

  it('lifts what is selected over the rest, but leaves a crowd where it stands', () => {
    const data = addNode('dataset', { x: 0, y: 0 })!;
    addNode('fish', { x: 300, y: 0 }, { node: data, port: 'examples', direction: 'out' });
    const ids = new Set(Object.keys(document().nodes));
    const links = new Set(linksOf(document()).map(([id]) => id));
    const nodes = toFlowNodes(document(), none, []);
    const edges = toFlowEdges(document(), none, []);
    const lifted = toFlowNodes(document(), { ids, few: true }, nodes);
    expect(lifted.map(({ zIndex }) => zIndex)).toEqual([1000, 1000]);
    expect(toFlowEdges(document(), { ids: links, few: true }, edges)[0]?.data?.halo).toBe(true);
    const crowd = toFlowNodes(document(), { ids, few: false }, lifted);
    expect(crowd.map(({ selected, zIndex }) => [selected, zIndex])).toEqual([
      [true, 0],
      [true, 0],
    ]);
    const many = toFlowEdges(document(), { ids: links, few: false }, edges)[0];
    expect(many?.selected).toBe(true);
    expect(many?.data).toBe(edges[0]?.data);
  });

  it('shows unknown kinds with the ports their links name', () => {
    const fish = addNode('fish', { x: 0, y: 0 })!;
    const copy = structuredClone(document());
    Object.assign(copy.nodes, { alien: { kind: 'hologram', position: { x: 0, y: 0 }, params: {} } });
    Object.assign(copy.links, {
      l: {
        from: { node: fish, port: 'prediction' },
        to: { node: 'alien', port: 'beam' },
        params: { strength: 1 },
      },
    });
    const alien = toFlowNodes(copy, none, []).find(({ id }) => id === 'alien');
    expect(alien?.type === 'swarm' && alien.data.ports.map(({ id, direction }) => [id, direction])).toEqual([
      ['beam', 'in'],
    ]);
    expect(toFlowEdges(copy, none, [])).toHaveLength(1);
  });

  it('leaves out links to nowhere', () => {
    const fish = addNode('fish', { x: 0, y: 0 })!;
    const copy = structuredClone(document());
    Object.assign(copy.links, {
      l: { from: { node: 'ghost', port: 'a' }, to: { node: fish, port: 'examples' }, params: {} },
    });
    expect(toFlowEdges(copy, none, [])).toEqual([]);
  });

  it('tells whole-number moves after a drag', () => {
    const fish = addNode('fish', { x: 98, y: 40 })!;
    const nodes = toFlowNodes(document(), none, []).map((node) => ({
      ...node,
      position: { x: 10.4, y: 0.2 },
    }));
    expect(movesOf(document(), nodes).nodes).toEqual([{ id: fish, x: 10, y: 0 }]);
  });

  it('says for every port whether a link fits and why not', () => {
    const data = addNode('dataset', { x: 0, y: 0 })!;
    const fish = addNode('fish', { x: 300, y: 0 })!;
    const verdicts = portVerdicts(document(), { node: data, port: 'examples', direction: 'out' });
    expect(verdicts.get(`${fish}/in/examples`)).toBeNull();
    expect(verdicts.get(`${fish}/in/state`)).toMatch(/takes state/);
    expect(verdicts.get(`${fish}/out/prediction`)).toMatch(/ways out/);
    const back = portVerdicts(document(), { node: fish, port: 'examples', direction: 'in' });
    expect(back.get(`${data}/out/examples`)).toBeNull();
    expect(back.get(`${'ghost' as NodeId}/out/examples`)).toBeUndefined();
  });
});
