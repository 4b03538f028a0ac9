import Elk from 'elkjs/lib/elk.bundled.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { newDocument } from '#engine/document/create.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { addNode } from '../documents/graphEdits.ts';
import { currentTab, openTab, useDocuments } from '../documents/store.ts';
import { TEMPLATES } from '../gallery/templates.ts';
import { fromLayoutGraph, type Sizes, toLayoutGraph } from './arrange.ts';

const size = { width: 196, height: 120 };
const sizes: Sizes = { node: () => size, card: () => ({ width: 236, height: 180 }) };

const layOut = async (document: SwarmDocument) =>
  fromLayoutGraph(document, await new Elk().layout(toLayoutGraph(document, null, sizes)));

beforeEach(() => {
  useDocuments.setState({ tabs: [], activeId: null });
  openTab({ document: newDocument() });
});

describe('arranging nodes', () => {
  it('puts what feeds left of what it feeds, without overlap, from the top left on', async () => {
    const data = addNode('dataset', { x: 900, y: 500 })!;
    const fish = addNode('fish', { x: 100, y: 100 }, { node: data, port: 'examples', direction: 'out' })!;
    const other = addNode('fish', { x: 100, y: 100 }, { node: data, port: 'examples', direction: 'out' })!;
    const mean = addNode('average', { x: 0, y: 0 }, { node: fish, port: 'prediction', direction: 'out' })!;
    const { document } = currentTab()!;
    const places = new Map((await layOut(document)).moves.nodes.map((place) => [place.id, place]));
    const at = (id: typeof data) => places.get(id)!;
    expect(at(data).x + size.width).toBeLessThan(at(fish).x);
    expect(at(fish).x + size.width).toBeLessThan(at(mean).x);
    expect(Math.abs(at(fish).y - at(other).y)).toBeGreaterThanOrEqual(size.height);
    const positions = Object.values(document.nodes).map(({ position }) => position);
    expect(Math.min(...[...places.values()].map(({ x }) => x))).toBe(
      Math.min(...positions.map(({ x }) => x)),
    );
    expect(Math.min(...[...places.values()].map(({ y }) => y))).toBe(
      Math.min(...positions.map(({ y }) => y)),
    );
  });

  it('keeps frames round what is in them, and others out; a collapsed group is one node', async () => {
    const { document } = TEMPLATES.find(({ id }) => id === 'federated-schools')!; // shipped
    const { moves, sizes: frames } = await layOut(document);
    const frame = (id: string) => {
      const place = moves.groups.find((move) => move.id === id)!;
      return { ...place, ...frames.find((one) => one.id === id)! };
    };
    const isIn = (box: { x: number; y: number; width: number; height: number }, id: string) => {
      const at = moves.nodes.find((move) => move.id === id)!;
      return (
        at.x > box.x &&
        at.y > box.y &&
        at.x + size.width < box.x + box.width &&
        at.y + size.height < box.y + box.height
      );
    };
    for (const [id, { group }] of Object.entries(document.nodes)) {
      expect(isIn(frame('east-school'), id), id).toBe(group === 'east-school');
      expect(isIn(frame('schools'), id), id).toBe(group !== undefined);
    }
    const collapsed = structuredClone(document);
    for (const group of Object.values(collapsed.groups)) group.collapsed = true;
    const packed = await layOut(collapsed);
    expect(packed.moves.groups.map(({ id }) => id)).toEqual(['schools']);
    expect(packed.moves.nodes.map(({ id }) => id)).not.toContain('east');
  });

  it('leaves out links whose ends are missing', () => {
    const fish = addNode('fish', { x: 0, y: 0 })!;
    const document = structuredClone(currentTab()!.document);
    Object.assign(document.links, {
      broken: { from: { node: 'ghost', port: 'examples' }, to: { node: fish, port: 'examples' }, params: {} },
    });
    expect(toLayoutGraph(document, null, sizes).edges).toEqual([]);
  });
});
