import { describe, expect, it } from 'vitest';
import type { NodeId } from '#engine/core/brand.ts';
import { wholeSwarm } from '#engine/document/build.testing.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { meansTheSame } from './meansTheSame.ts';

const fish = 'fish' as NodeId; // the whole swarm has it

function changed(change: Partial<SwarmDocument['nodes'][NodeId]>): [SwarmDocument, SwarmDocument] {
  const before = wholeSwarm();
  return [before, { ...before, nodes: { ...before.nodes, [fish]: { ...before.nodes[fish]!, ...change } } }];
}

describe('two states of a document', () => {
  it('mean the same where a node only moved', () => {
    expect(meansTheSame(...changed({ position: { x: 7, y: 7 } }))).toBe(true);
  });

  it('differ in a name, a parameter, a group, a node or a link', () => {
    expect(meansTheSame(...changed({ name: 'Scout' }))).toBe(false);
    expect(meansTheSame(...changed({ params: {} }))).toBe(false);
    expect(meansTheSame(...changed({ group: 'g' as never }))).toBe(false);
    const whole = wholeSwarm();
    expect(meansTheSame(whole, { ...whole, links: {} })).toBe(false);
    expect(meansTheSame(whole, { ...whole, nodes: {} })).toBe(false);
    expect(meansTheSame(whole, { ...whole, run: { ...whole.run, rounds: 3 } })).toBe(false);
  });
});
