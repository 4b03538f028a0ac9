import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CommentId, GroupId, NodeId } from '#engine/core/brand.ts';
import { createNode, newDocument } from '#engine/document/create.ts';
import { nodesOf } from '#engine/document/graph.ts';
import { commentsOf } from '#engine/document/groups.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { foldFish } from './foldFish.ts';
import { moveNodes } from './graphEdits.ts';
import { type Box, groupBox, overlap } from './groupPlace.ts';
import { isMostlyOn, pushAside } from './pushAside.ts';
import { currentTab, openTab, undoEdit, useDocuments } from './store.ts';
import { unfoldSchool } from './unfoldSchool.ts';

const document = () => currentTab()!.document; // opened by each test
const school = 'school' as NodeId;
const fish = Array.from({ length: 12 }, (_, index) => `school-${index + 1}` as NodeId);
const SIZE = { width: 196, height: 120 };

beforeEach(() => useDocuments.setState({ tabs: [], activeId: null }));

/** A school of twelve in a frame, a comment and nodes below and beside it, and a node and a comment outside. */
function crowded(): SwarmDocument {
  const made = newDocument();
  const group = 'group' as GroupId;
  const add = (id: string, kind: string, x: number, y: number, inside: boolean, params = {}): void => {
    const node = createNode(kind, { x, y });
    made.nodes[id as NodeId] = {
      ...node,
      params: { ...node.params, ...params },
      ...(inside ? { group } : {}),
    };
  };
  made.groups[group] = {
    name: 'Reef',
    position: { x: -30, y: -44 },
    size: { width: 520, height: 380 },
    collapsed: false,
  };
  add('school', 'fish', 0, 0, true, { count: 12 });
  add('below', 'fish', 0, 160, true);
  add('beside', 'fish', 240, 20, true);
  add('outside', 'average', 540, 0, false);
  add('under', 'probe', 40, 380, false);
  const comment = (id: string, x: number, y: number) => {
    made.comments[id as CommentId] = {
      text: id,
      position: { x, y },
      size: { width: 200, height: 80 },
      colour: 'blue',
    } as SwarmDocument['comments'][CommentId]; // a comment of these parts
  };
  comment('note', 240, 520);
  return made;
}

const boxes = (shown: SwarmDocument): Record<string, Box> =>
  Object.fromEntries([
    ...nodesOf(shown).map(([id, { position }]) => [id, { ...position, ...SIZE }] as const),
    ...commentsOf(shown).map(([id, { position, size }]) => [id, { ...position, ...size }] as const),
  ]);

describe('room for the fish of a school', () => {
  it('is made so that nothing is covered, in the frame and outside, and undone as one step', () => {
    openTab({ document: crowded() });
    const before = document();
    unfoldSchool(school);
    const all = Object.entries(boxes(document()));
    expect(all).toHaveLength(12 + 4 + 1);
    for (const [a, one] of all)
      for (const [b, other] of all) if (a < b) expect([a, b, overlap(one, other)]).toEqual([a, b, false]);
    const frame = groupBox(document(), 'group' as GroupId);
    for (const [id, box] of all) {
      const inside = id.startsWith('school-') || id === 'below' || id === 'beside';
      expect([id, overlap(box, frame)]).toEqual([id, inside]);
    }
    undoEdit(currentTab()!.id);
    expect(document()).toEqual(before);
  });

  it('is given back when they are folded, save where somebody moved something since', () => {
    openTab({ document: crowded() });
    const before = document();
    unfoldSchool(school);
    foldFish(fish);
    expect(boxes(document())).toEqual(boxes(before));
    expect(document().groups).toEqual(before.groups);
    unfoldSchool(school);
    moveNodes([{ id: 'under' as NodeId, x: 3000, y: 3000 }]);
    foldFish(fish);
    expect(boxes(document())).toEqual({ ...boxes(before), under: { x: 3000, y: 3000, ...SIZE } });
  });

  it('pushes what lies on each other clear of all of what it meets, not of its first part only', () => {
    const box = (x: number, y: number, width: number): Box => ({ x, y, width, height: 40 });
    const things = [box(383, -40, 155), box(225, -1, 40), box(196, -1, 40)].map((at, index) => ({
      key: String(index),
      box: at,
    }));
    const shifts = pushAside(things, { x: 0, y: 0, ...SIZE }, { x: 0, y: 0, width: 509, height: 120 });
    const now = things.map(({ key, box }) => ({ ...box, x: box.x + (shifts.get(key)?.dx ?? 0) }));
    expect(now.slice(1).map((part) => overlap(part, now[0]!))).toEqual([false, false]);
  });

  it('pushes a comment that only touches the frame that grows, and leaves one behind it', () => {
    const before = { x: 0, y: 0, width: 400, height: 200 };
    const things = [
      { key: 'touches', box: { x: 100, y: 190, width: 180, height: 90 } },
      { key: 'behind', box: { x: -20, y: -30, width: 450, height: 260 } },
    ];
    const apart = things.map((thing) => pushAside([thing], before, { ...before, height: 500 }));
    expect(apart[0]?.get('touches')?.dy).toBeGreaterThanOrEqual(310);
    expect(apart[1]?.size).toBe(0);
  });

  it('never lays one thing over another that it did not lie on', () => {
    const place = fc.record({
      x: fc.integer({ min: -600, max: 1600 }),
      y: fc.integer({ min: -600, max: 1600 }),
      width: fc.integer({ min: 40, max: 500 }),
      height: fc.integer({ min: 40, max: 500 }),
    });
    const before = { x: 0, y: 0, ...SIZE };
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 25 }),
        fc.integer({ min: 196, max: 1500 }),
        fc.integer({ min: 120, max: 1200 }),
        (places, width, height) => {
          const after = { x: 0, y: 0, width, height };
          const things = places.map((box, index) => ({ key: String(index), box }));
          const shifts = pushAside(things, before, after);
          const now = places.map((box, index) => {
            const { dx, dy } = shifts.get(String(index)) ?? { dx: 0, dy: 0 };
            expect(Math.min(dx, dy)).toBeGreaterThanOrEqual(0);
            return { ...box, x: box.x + dx, y: box.y + dy };
          });
          now.forEach((box, a) => {
            const was = places[a]!;
            if (isMostlyOn(was, before)) expect(box).toEqual(was);
            else expect(overlap(box, after)).toBe(false);
            now.forEach((other, b) => {
              const lay =
                overlap(was, places[b]!) || [was, places[b]!].some((one) => isMostlyOn(one, before));
              if (a < b && !lay) expect(overlap(box, other)).toBe(false);
            });
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});
