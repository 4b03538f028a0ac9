import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { newDocument } from '#engine/document/create.ts';
import { validate } from '#engine/validate/validate.ts';
import { fromClipboard, middleOf, pasteInto, toClipboard } from './clipboard.ts';
import { addNode } from './graphEdits.ts';
import { currentTab, nothingSelected, openTab, useDocuments } from './store.ts';

const document = () => currentTab()!.document; // opened before each test

beforeEach(() => {
  useDocuments.setState({ tabs: [], activeId: null });
  openTab({ document: newDocument() });
});

describe('clipboard', () => {
  it('copies nodes with the links between them under new ids', () => {
    const data = addNode('dataset', { x: 0, y: 0 })!;
    const fish = addNode('fish', { x: 300, y: 0 }, { node: data, port: 'examples', direction: 'out' })!;
    addNode('average', { x: 600, y: 0 }, { node: fish, port: 'prediction', direction: 'out' });
    const content = fromClipboard(toClipboard(document(), { ...nothingSelected, nodes: [data, fish] }))!;
    expect(Object.keys(content.nodes)).toHaveLength(2);
    expect(content.links).toHaveLength(1);
    const copy = structuredClone(document());
    const { nodes: fresh } = pasteInto(copy, content, { x: 10, y: 20 }, () => undefined);
    expect(fresh).toEqual(['dataset-2', 'fish-2']);
    expect(copy.nodes[fresh[0]!]?.position).toEqual({
      x: document().nodes[data]!.position.x + 10,
      y: document().nodes[data]!.position.y + 20,
    });
    expect(Object.values(copy.links).filter(({ to }) => to.node === fresh[1])).toHaveLength(1);
    expect(validate(copy).some(({ code }) => code === 'dangling-link')).toBe(false);
  });

  it('pastes into another document and keeps kinds it does not know', () => {
    const text = JSON.stringify({
      type: 'shuurai/nodes',
      version: 1,
      nodes: { 'x-1': { kind: 'hologram', position: { x: 0, y: 0 }, params: { depth: [1, { a: null }] } } },
      links: [],
    });
    const target = structuredClone(newDocument());
    const [id] = pasteInto(target, fromClipboard(text)!, { x: 0, y: 0 }, () => undefined).nodes;
    expect(target.nodes[id!]).toEqual({
      kind: 'hologram',
      position: { x: 0, y: 0 },
      params: { depth: [1, { a: null }] },
    });
  });

  it('answers foreign and damaged text with null and never throws', () => {
    for (const text of [
      '',
      'hello',
      '{"type":"shuurai/nodes"}',
      '"shuurai/nodes"',
      '{"type":"shuurai/nodes","version":1,"nodes":{"a":{}},"links":[]}',
    ]) {
      expect(fromClipboard(text)).toBeNull();
    }
    fc.assert(fc.property(fc.string(), (text) => fromClipboard(text) === null));
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => fromClipboard(JSON.stringify({ type: 'shuurai/nodes', nodes: value })) === null,
      ),
    );
  });

  it('knows the middle of what was copied', () => {
    const a = addNode('fish', { x: 98, y: 40 })!;
    const b = addNode('fish', { x: 298, y: 140 })!;
    expect(middleOf(fromClipboard(toClipboard(document(), { ...nothingSelected, nodes: [a, b] }))!)).toEqual({
      x: 100,
      y: 50,
    });
  });
});
