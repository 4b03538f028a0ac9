import { beforeEach, describe, expect, it } from 'vitest';
import type { NodeId } from '#engine/core/brand.ts';
import { newDocument } from '#engine/document/create.ts';
import { addNode, connectPorts, deleteSelection, moveNodes } from './graphEdits.ts';
import { undoLabel } from './history.ts';
import {
  closeTab,
  currentTab,
  editActive,
  endEditGesture,
  markSaved,
  openTab,
  redoEdit,
  select,
  showTab,
  undoEdit,
  useDocuments,
} from './store.ts';

const tab = () => currentTab()!; // every test opens one first

beforeEach(() => {
  useDocuments.setState({ tabs: [], activeId: null });
  openTab({ document: newDocument() });
});

describe('documents', () => {
  it('names steps and undoes and redoes them to the same document', () => {
    const first = tab().document;
    const data = addNode('dataset', { x: 0, y: 0 })!;
    const fish = addNode('fish', { x: 300, y: 0 })!;
    connectPorts(
      { node: fish, port: 'examples', direction: 'in' },
      { node: data, port: 'examples', direction: 'out' },
    );
    moveNodes([{ id: fish, x: 500, y: 40 }]);
    const last = tab().document;
    expect(undoLabel(tab().history)).toBe('move 1 node');
    for (let step = 0; step < 4; step += 1) undoEdit(tab().id);
    expect(tab().document).toEqual(first);
    for (let step = 0; step < 4; step += 1) redoEdit(tab().id);
    expect(tab().document).toEqual(last);
    expect(Object.values(last.links)).toHaveLength(1);
  });

  it('deletes a node with its links and forgets it in the selection', () => {
    const data = addNode('dataset', { x: 0, y: 0 })!;
    addNode('fish', { x: 300, y: 0 }, { node: data, port: 'examples', direction: 'out' });
    expect(Object.keys(tab().document.links)).toHaveLength(1);
    select({ nodes: [data] });
    deleteSelection();
    expect(tab().document.nodes[data]).toBeUndefined();
    expect(tab().document.links).toEqual({});
    expect(tab().selection.nodes).toEqual([]);
    undoEdit(tab().id);
    expect(Object.keys(tab().document.links)).toHaveLength(1);
  });

  it('is dirty exactly while it differs from the file', () => {
    const id = addNode('fish', { x: 0, y: 0 })!;
    expect(tab().dirty).toBe(true);
    markSaved(tab().id, { fileName: 'a.swarm', filePath: null });
    expect(tab().dirty).toBe(false);
    moveNodes([{ id, x: 5, y: 5 }]);
    expect(tab().dirty).toBe(true);
    undoEdit(tab().id);
    expect(tab().dirty).toBe(false);
    undoEdit(tab().id);
    expect(tab().dirty).toBe(true);
    redoEdit(tab().id);
    expect(tab().dirty).toBe(false);
  });

  it('stays clean when a gesture ends after saving, and makes one step of a pull', () => {
    const id = addNode('fish', { x: 0, y: 0 })!;
    for (const dropout of [0.1, 0.2, 0.3]) {
      editActive(
        'change dropout',
        (draft) => void Object.assign(draft.nodes[id]!.params, { dropout }),
        'pull',
      );
    }
    markSaved(tab().id, { fileName: 'a.swarm', filePath: null });
    endEditGesture();
    expect(tab().dirty).toBe(false);
    undoEdit(tab().id);
    expect(tab().document.nodes[id]?.params.dropout).toBe(0.1); // the kind's default
    expect(undoLabel(tab().history)).toBe('add fish');
  });

  it('gives new nodes names no other has', () => {
    const ids = [0, 1, 2].map(() => addNode('fish', { x: 0, y: 0 })!);
    expect(ids.map((id) => tab().document.nodes[id]?.name)).toEqual(['Fish', 'Fish 2', 'Fish 3']);
    const places = ids.map((id) => tab().document.nodes[id]?.position);
    expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(3);
  });

  it('shows the neighbour of a closed tab', () => {
    const first = tab().id;
    const second = openTab({ document: newDocument() });
    const third = openTab({ document: newDocument() });
    showTab(second);
    closeTab(second);
    expect(currentTab()?.id).toBe(third);
    closeTab(third);
    expect(currentTab()?.id).toBe(first);
    closeTab(first);
    expect(currentTab()).toBeNull();
  });

  it('ignores edits that change nothing and selections of what is not there', () => {
    editActive('nothing', () => undefined);
    expect(tab().dirty).toBe(false);
    select({ nodes: ['ghost' as NodeId] }); // an id of no node
    addNode('fish', { x: 0, y: 0 });
    expect(tab().selection.nodes).toEqual(['fish-1']);
  });
});
