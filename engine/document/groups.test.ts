import { describe, expect, it } from 'vitest';
import type { GroupId } from '../core/brand.ts';
import { wholeSwarm } from './build.testing.ts';
import { groupPorts } from './groupPorts.ts';
import { commonGroup, groupChain, groupsWithin, nodesWithin } from './groups.ts';
import { documentSchema, type SwarmDocument } from './schema.ts';

const frame = { name: '', position: { x: 0, y: 0 }, size: { width: 10, height: 10 } };
const [outer, inner, ghost] = ['outer', 'inner', 'ghost'] as GroupId[] as [GroupId, GroupId, GroupId];

/** data | outer: part, inner: fish | mean, goal. */
function grouped(): SwarmDocument {
  const whole = wholeSwarm();
  const groups: Record<string, GroupId> = { part: outer, fish: inner };
  const nodes = Object.entries(whole.nodes).map(([id, node]) => {
    const group = groups[id];
    return [id, group === undefined ? node : { ...node, group }];
  });
  return documentSchema.parse({
    ...whole,
    nodes: Object.fromEntries(nodes),
    groups: { outer: frame, inner: { ...frame, parent: 'outer' } },
  });
}

describe('groups', () => {
  it('[G1] hold what stands in them and in groups within', () => {
    const document = grouped();
    expect(nodesWithin(document, outer).toSorted()).toEqual(['fish', 'part']);
    expect(nodesWithin(document, inner)).toEqual(['fish']);
    expect(groupsWithin(document, outer)).toEqual(['inner']);
    expect(groupChain(document, inner)).toEqual(['inner', 'outer']);
    expect(commonGroup(document, [inner, outer])).toBe('outer');
    expect(commonGroup(document, [inner, undefined])).toBeNull();
  });

  it('[G1] that are not there hold nothing, and circles end', () => {
    const document = grouped();
    expect(groupChain(document, ghost)).toEqual([]);
    const circle = documentSchema.parse({
      ...document,
      groups: { outer: { ...frame, parent: 'inner' }, inner: { ...frame, parent: 'outer' } },
    });
    expect(groupChain(circle, inner)).toEqual(['inner', 'outer']);
  });

  it('[G2] have a port for each port inside that a link across their border ends at, once', () => {
    const document = grouped();
    const named = (group: GroupId) =>
      groupPorts(document, group).map(({ node, port, direction }) => `${direction} ${node}.${port}`);
    expect(named(outer).toSorted()).toEqual(['in part.examples', 'out fish.prediction']);
    expect(named(inner).toSorted()).toEqual(['in fish.examples', 'out fish.prediction']);
  });
});
