import type { NodeChange } from '@xyflow/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GroupId, LinkId, NodeId } from '#engine/core/brand.ts';
import { wholeSwarm } from '#engine/document/build.testing.ts';
import { groupSelection, setCollapsed } from '../documents/groupEdits.ts';
import { currentTab, openTab, select, useDocuments } from '../documents/store.ts';
import { carryContents } from './carryContents.ts';
import type { FlowNode } from './flow/flowNode.ts';
import { movesOf } from './flow/movesOf.ts';
import type { Chosen } from './flow/standing.ts';
import { toFlowEdges } from './flow/toFlowEdges.ts';
import { toFlowNodes } from './flow/toFlowNodes.ts';
import { endAt, thingOf } from './flowIds.ts';
import { framesHeld } from './framesHeld.ts';

const document = () => currentTab()!.document; // opened before each test
const none: Chosen<never> = { ids: new Set(), few: true };
const [part, fish] = ['part', 'fish'] as NodeId[] as [NodeId, NodeId];
let group: GroupId;

const ends = (inside: GroupId | null = null) =>
  toFlowEdges(document(), none, [], inside).map(
    ({ source, sourceHandle, target, targetHandle }) =>
      `${source} ${sourceHandle} -> ${target} ${targetHandle}`,
  );

beforeEach(() => {
  useDocuments.setState({ tabs: [], activeId: null });
  openTab({ document: wholeSwarm() });
  select({ nodes: [part, fish] });
  group = groupSelection()!; // two nodes that are there
});

describe('groups on the canvas', () => {
  it('are frames under their nodes; collapsed one node with the ports of its border', () => {
    const [frame] = toFlowNodes(document(), none, []);
    expect(frame).toMatchObject({ id: 'group:group-1', type: 'frame' });
    expect(frame?.zIndex).toBeLessThan(0);
    setCollapsed([group], true);
    const nodes = toFlowNodes(document(), none, []);
    expect(nodes.map(({ id }) => id)).toEqual(['group:group-1', 'data', 'goal', 'mean']);
    const [card] = nodes;
    expect(card?.type === 'card' && card.data.ports.map(({ label }) => label)).toEqual([
      'Fish · Prediction',
      'Shard · Examples',
    ]);
    expect(ends()).toEqual([
      'data examples -> group:group-1 part/examples',
      'group:group-1 fish/prediction -> mean prediction',
      'mean prediction -> goal prediction',
    ]);
  });

  it('keep the identity of a card whose border did not change', () => {
    setCollapsed([group], true);
    const nodes = toFlowNodes(document(), none, []);
    expect(toFlowNodes(document(), none, nodes)[0]).toBe(nodes[0]);
    const edges = toFlowEdges(document(), none, []);
    expect(toFlowEdges(document(), { ids: new Set<LinkId>(), few: true }, edges)[0]).toBe(edges[0]);
  });

  it('entered show the ports outside at their edges, whose handles mean these ports', () => {
    const nodes = toFlowNodes(document(), none, [], group);
    expect(nodes.map(({ id }) => id)).toEqual([
      'boundary:data/out/examples',
      'boundary:mean/in/prediction',
      'fish',
      'part',
    ]);
    const x = (id: string) => nodes.find((node) => node.id === id)!.position.x;
    expect(x('boundary:data/out/examples')).toBeLessThan(x('part'));
    expect(x('boundary:mean/in/prediction')).toBeGreaterThan(x('fish'));
    expect(ends(group)).toEqual([
      'boundary:data/out/examples data/examples -> part examples',
      'part examples -> fish examples',
      'fish prediction -> boundary:mean/in/prediction mean/prediction',
    ]);
    expect(endAt('boundary:data/out/examples', 'data/examples', 'out')).toEqual({
      node: 'data',
      port: 'examples',
      direction: 'out',
    });
    expect(endAt('group:group-1', 'fish/prediction', 'out').node).toBe('fish');
    expect(endAt('fish', 'prediction', 'out')).toEqual({
      node: 'fish',
      port: 'prediction',
      direction: 'out',
    });
  });

  it('carry what is in them while they are dragged, and nothing else', () => {
    const nodes = toFlowNodes(document(), none, []);
    const frame = nodes[0]!;
    const to = { x: frame.position.x + 30, y: frame.position.y + 7 };
    const drag: NodeChange<FlowNode>[] = [{ id: frame.id, type: 'position', position: to, dragging: true }];
    const all = carryContents(document(), nodes, drag);
    expect(all.map((change) => 'id' in change && change.id).toSorted()).toEqual([
      'fish',
      'group:group-1',
      'part',
    ]);
    const at = document().nodes[fish]!.position;
    expect(all.find((change) => 'id' in change && change.id === 'fish')).toMatchObject({
      position: { x: at.x + 30, y: at.y + 7 },
    });
    // A member that moves by itself is left to its own move.
    const own: NodeChange<FlowNode> = { id: fish, type: 'position', position: { x: 1, y: 1 } };
    expect(carryContents(document(), nodes, [...drag, own])).toHaveLength(3);
    expect(movesOf(document(), [{ ...frame, position: to } as FlowNode]).groups).toEqual([
      { id: group, ...to },
    ]);
  });

  it('are chosen by a drawn box only where it holds all of a frame', () => {
    const frame = toFlowNodes(document(), none, [])[0]!;
    const change: NodeChange<FlowNode> = { id: frame.id, type: 'select', selected: true };
    const drawn = (width: number) =>
      framesHeld({
        userSelectionActive: true,
        userSelectionRect: { x: -2000, y: -2000, width, height: 6000, startX: 0, startY: 0 },
        transform: [0, 0, 1],
        // The parts of the library's own node that are read.
        nodeLookup: new Map([[frame.id, frame]]) as unknown as Parameters<typeof framesHeld>[0]['nodeLookup'],
      });
    expect(drawn(9000)(change)).toBe(true);
    expect(drawn(2000 + frame.position.x + 50)(change)).toBe(false);
    expect(drawn(100)({ id: fish, type: 'select', selected: true })).toBe(true);
    expect(thingOf(frame.id)).toEqual({ kind: 'group', id: group });
  });
});
