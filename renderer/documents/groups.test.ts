import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GroupId, NodeId } from '#engine/core/brand.ts';
import { wholeSwarm } from '#engine/document/build.testing.ts';
import { groupChain } from '#engine/document/groups.ts';
import { parseDocument } from '#engine/document/parse.ts';
import { serialize } from '#engine/document/serialize.ts';
import { validate } from '#engine/validate/validate.ts';
import { contentOfSelection, pasteInto } from './clipboard.ts';
import { addComment, setCommentText } from './commentEdits.ts';
import { addNode, deleteSelection } from './graphEdits.ts';
import { groupSelection, setCollapsed, takeOutOfGroup, ungroup } from './groupEdits.ts';
import { undoLabel } from './history.ts';
import { moveThings, noMoves } from './moveThings.ts';
import {
  currentTab,
  lookInto,
  nothingSelected,
  openTab,
  redoEdit,
  select,
  undoEdit,
  useDocuments,
} from './store.ts';
import { viewOf } from './view.ts';

const tab = () => currentTab()!; // opened before each test
const document = () => tab().document;
const [data, part, fish, mean, goal] = ['data', 'part', 'fish', 'mean', 'goal'] as NodeId[] as [
  NodeId,
  NodeId,
  NodeId,
  NodeId,
  NodeId,
];
const grouped = (nodes: readonly NodeId[]): GroupId => {
  select({ nodes });
  return groupSelection()!; // nodes that are there
};

beforeEach(() => {
  useDocuments.setState({ tabs: [], activeId: null });
  openTab({ document: wholeSwarm() });
});

describe('groups', () => {
  it('take nodes into a frame round them, named, in one step', () => {
    const before = document();
    const id = grouped([part, fish, mean]);
    expect(undoLabel(tab().history)).toBe('group 3 nodes');
    expect(tab().selection).toEqual({ ...nothingSelected, groups: [id] });
    const { position, size, name } = document().groups[id]!;
    expect(name).toBe('Group');
    for (const node of [part, fish, mean]) {
      const at = document().nodes[node]!.position;
      expect(at.x).toBeGreaterThan(position.x);
      expect(at.x + 196).toBeLessThan(position.x + size.width);
    }
    expect(document().nodes[goal]?.group).toBeUndefined();
    undoEdit(tab().id);
    expect(document()).toEqual(before);
  });

  it('stand in the group that all of their nodes stand in', () => {
    const outer = grouped([part, fish, mean]);
    const inner = grouped([part, fish]);
    expect(document().groups[inner]?.parent).toBe(outer);
    const across = grouped([fish, goal]);
    expect(document().groups[across]?.parent).toBeUndefined();
  });

  it('move with what is in them, and take in what is dropped in their frame', () => {
    const id = grouped([part, fish]);
    const before = document();
    const at = before.groups[id]!.position;
    moveThings({ ...noMoves, groups: [{ id, x: at.x + 50, y: at.y - 20 }] }, { ending: 'drop' });
    for (const node of [part, fish]) {
      const { x, y } = before.nodes[node]!.position;
      expect(document().nodes[node]?.position).toEqual({ x: x + 50, y: y - 20 });
    }
    expect(document().nodes[mean]?.position).toEqual(before.nodes[mean]?.position);
    const { position } = document().groups[id]!;
    moveThings(
      { ...noMoves, nodes: [{ id: goal, x: position.x + 60, y: position.y + 50 }] },
      { ending: 'drop' },
    );
    expect(document().nodes[goal]?.group).toBe(id);
    expect(undoLabel(tab().history)).toBe('move Goal into Group');
    moveThings({ ...noMoves, nodes: [{ id: goal, x: 3000, y: 0 }] }, { ending: 'drop' });
    expect(document().nodes[goal]?.group).toBeUndefined();
    expect(undoLabel(tab().history)).toBe('take Goal out of its group');
  });

  it('widen for what sticks out, and never hold less than what is in them', () => {
    const id = grouped([part, fish]);
    const { position, size } = document().groups[id]!;
    moveThings(
      { ...noMoves, nodes: [{ id: fish, x: position.x + size.width - 110, y: 60 }] },
      { ending: 'drop' },
    );
    expect(document().nodes[fish]?.group).toBe(id);
    const wider = document().groups[id]!;
    expect(wider.position.x + wider.size.width).toBeGreaterThan(position.x + size.width - 110 + 196);
  });

  it('collapsed hide what is in them, entered show nothing else; new nodes belong to what is shown', () => {
    const outer = grouped([part, fish, mean]);
    const inner = grouped([part, fish]);
    setCollapsed([outer], true);
    expect(viewOf(document(), null)).toMatchObject({ nodes: [data, goal], cards: [outer], frames: [] });
    lookInto(outer);
    expect(viewOf(document(), outer)).toMatchObject({
      nodes: [fish, mean, part],
      frames: [inner],
      cards: [],
    });
    const fresh = addNode('fish', { x: 0, y: 900 })!;
    expect(document().nodes[fresh]?.group).toBe(outer);
    // Undoing the group while it is shown leads out of it.
    for (let step = 0; step < 4; step += 1) undoEdit(tab().id);
    expect(tab().inside).toBeNull();
    expect(document()).toEqual(wholeSwarm());
  });

  it('are deleted with what is in them, taken apart without', () => {
    const outer = grouped([part, fish, mean]);
    const inner = grouped([part, fish]);
    ungroup([outer]);
    expect(document().groups[inner]?.parent).toBeUndefined();
    expect(document().nodes[mean]?.group).toBeUndefined();
    expect(new Set(tab().selection.nodes)).toEqual(new Set([mean]));
    expect(tab().selection.groups).toEqual([inner]);
    select({ groups: [inner] });
    deleteSelection();
    expect(undoLabel(tab().history)).toBe('delete Group 2');
    expect(Object.keys(document().nodes).toSorted()).toEqual(['data', 'goal', 'mean']);
    expect(document().groups).toEqual({});
    expect(Object.keys(document().links)).toEqual(['link-4']);
  });

  it('copied bring what is in them under new ids, links and nested groups included', () => {
    const outer = grouped([part, fish, mean]);
    grouped([part, fish]);
    const content = contentOfSelection(document(), { ...nothingSelected, groups: [outer] });
    const copy = structuredClone(document());
    const pasted = pasteInto(copy, content, { x: 0, y: 500 }, () => undefined);
    expect(pasted).toEqual({ nodes: [], groups: ['group-3'], comments: [] });
    const nodes = Object.entries(copy.nodes).filter(([id]) => document().nodes[id as NodeId] === undefined);
    expect(nodes).toHaveLength(3);
    for (const [, { group }] of nodes) expect(groupChain(copy, group).at(-1)).toBe('group-3');
    expect(Object.keys(copy.links)).toHaveLength(6);
    expect(parseDocument(serialize(copy)).ok).toBe(true);
  });

  it('change nothing about a run: whatever is grouped, problems and fish stay the same', () => {
    const before = validate(document());
    fc.assert(
      fc.property(
        fc.array(fc.subarray([data, part, fish, mean, goal], { minLength: 1 }), {
          minLength: 1,
          maxLength: 4,
        }),
        (picks) => {
          const start = document();
          for (const nodes of picks) grouped(nodes);
          expect(validate(document())).toEqual(before);
          const { groups: _, ...bare } = document();
          const nodes = Object.fromEntries(
            Object.entries(bare.nodes).map(([id, { group: __, ...node }]) => [id, node]),
          );
          expect({ ...bare, nodes, groups: {} }).toEqual(start);
          for (const __ of picks) undoEdit(tab().id);
          expect(document()).toEqual(start);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const act = fc.oneof(
  fc.record({
    do: fc.constant('group' as const),
    picks: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ do: fc.constant('ungroup' as const), pick: fc.nat(9) }),
  fc.record({ do: fc.constant('collapse' as const), pick: fc.nat(9), to: fc.boolean() }),
  fc.record({ do: fc.constant('delete' as const), pick: fc.nat(9) }),
  fc.record({ do: fc.constant('move' as const), pick: fc.nat(9), x: fc.integer({ min: -400, max: 1200 }) }),
  fc.record({ do: fc.constant('carry' as const), pick: fc.nat(9), x: fc.integer({ min: -400, max: 1200 }) }),
  fc.record({ do: fc.constant('add' as const), x: fc.integer({ min: -400, max: 1200 }) }),
  fc.record({ do: fc.constant('comment' as const), x: fc.integer({ min: -400, max: 1200 }) }),
  fc.record({ do: fc.constant('enter' as const), pick: fc.nat(9) }),
  fc.record({ do: fc.constant('out' as const), pick: fc.nat(9) }),
);

describe('any edits of groups', () => {
  it('undo to the first document and redo to the last, and leave no group that is not there', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        useDocuments.setState({ tabs: [], activeId: null });
        openTab({ document: wholeSwarm() });
        const first = document();
        for (const action of acts) {
          const { nodes, frames, cards } = viewOf(document(), tab().inside);
          const groups = [...frames, ...cards];
          const pickOf = <T>(list: readonly T[], pick: number): T | undefined =>
            list[pick % Math.max(1, list.length)];
          const pick = 'pick' in action ? action.pick : 0;
          const [group, node] = [pickOf(groups, pick), pickOf(nodes, pick)];
          switch (action.do) {
            case 'group':
              select({ nodes: [...new Set(action.picks.flatMap((one) => pickOf(nodes, one) ?? []))] });
              groupSelection();
              break;
            case 'ungroup':
              if (group !== undefined) ungroup([group]);
              break;
            case 'collapse':
              if (group !== undefined) setCollapsed([group], action.to);
              break;
            case 'delete':
              select(group === undefined ? {} : { groups: [group] });
              deleteSelection();
              break;
            case 'move':
              if (node !== undefined)
                moveThings({ ...noMoves, nodes: [{ id: node, x: action.x, y: 0 }] }, { ending: 'drop' });
              break;
            case 'carry':
              if (group !== undefined)
                moveThings({ ...noMoves, groups: [{ id: group, x: action.x, y: 0 }] }, { ending: 'drop' });
              break;
            case 'add':
              addNode('fish', { x: action.x, y: 40 });
              break;
            case 'comment':
              addComment({ x: action.x, y: 40 });
              break;
            case 'enter':
              lookInto(group ?? null);
              break;
            case 'out':
              if (node !== undefined) select({ nodes: [node] });
              takeOutOfGroup();
              break;
          }
          for (const thing of [...Object.values(document().nodes), ...Object.values(document().comments)])
            if (thing.group !== undefined) expect(document().groups[thing.group]).toBeDefined();
          for (const { parent } of Object.values(document().groups))
            if (parent !== undefined) expect(document().groups[parent]).toBeDefined();
          expect(validate(document()).filter(({ code }) => code === 'unknown-group')).toEqual([]);
        }
        const last = document();
        expect(parseDocument(serialize(last)).ok).toBe(true);
        while (undoLabel(tab().history) !== null) undoEdit(tab().id);
        expect(document()).toEqual(first);
        while (tab().history.future !== null) redoEdit(tab().id);
        expect(document()).toEqual(last);
      }),
      { numRuns: 80 },
    );
  });
});

describe('comments', () => {
  it('are added, written in one step, kept in the file, and never meet a run', () => {
    const problems = validate(document());
    const id = addComment({ x: 100, y: -300 })!;
    expect(undoLabel(tab().history)).toBe('add comment');
    for (const text of ['H', 'He', 'Here']) setCommentText(id, text);
    const read = parseDocument(serialize(document()));
    expect(read.ok && read.document.comments[id]?.text).toBe('Here');
    expect(validate(document())).toEqual(problems);
    undoEdit(tab().id);
    expect(document().comments[id]?.text).toBe('');
    undoEdit(tab().id);
    expect(serialize(document())).toBe(serialize(wholeSwarm()));
    expect(serialize(document())).not.toContain('comments');
  });

  it('move with the group they stand in', () => {
    const id = grouped([part, fish]);
    const { position } = document().groups[id]!;
    const comment = addComment({ x: position.x + 120, y: position.y + 60 })!;
    expect(document().comments[comment]?.group).toBe(id);
    const before = document().comments[comment]!.position;
    const at = document().groups[id]!.position;
    moveThings({ ...noMoves, groups: [{ id, x: at.x + 10, y: at.y + 10 }] });
    expect(document().comments[comment]?.position).toEqual({ x: before.x + 10, y: before.y + 10 });
  });
});
