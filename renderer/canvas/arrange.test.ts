import Elk from 'elkjs/lib/elk.bundled.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { newDocument } from '#engine/document/create.ts';
import { addNode } from '../documents/graphEdits.ts';
import { currentTab, openTab, useDocuments } from '../documents/store.ts';
import { fromLayoutGraph, toLayoutGraph } from './arrange.ts';

const size = { width: 196, height: 120 };

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
    const places = new Map(
      fromLayoutGraph(document, await new Elk().layout(toLayoutGraph(document, () => size))).map((place) => [
        place.id,
        place,
      ]),
    );
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

  it('leaves out links whose ends are missing', () => {
    const fish = addNode('fish', { x: 0, y: 0 })!;
    const document = structuredClone(currentTab()!.document);
    Object.assign(document.links, {
      broken: { from: { node: 'ghost', port: 'examples' }, to: { node: fish, port: 'examples' }, params: {} },
    });
    expect(toLayoutGraph(document, () => size).edges).toEqual([]);
  });
});
