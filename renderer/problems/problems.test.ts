import { describe, expect, it } from 'vitest';
import { buildSwarm, wholeSwarm } from '#engine/document/build.testing.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { problemsOf } from './problems.ts';

/** The whole swarm of the engine's tests with one more link, "link-x". */
function withLink(from: string, to: string): SwarmDocument {
  const whole = wholeSwarm();
  const [extra] = Object.values(buildSwarm({}, [`${from} -> ${to}`]).links);
  return { ...whole, links: { ...whole.links, ...(extra === undefined ? {} : { 'link-x': extra }) } };
}

const at = (document: SwarmDocument) => [...problemsOf(document).byNode.keys()];

describe('where a problem of a link is shown', () => {
  it('at the link itself, where it is drawn', () => {
    const problems = problemsOf(withLink('fish.prediction', 'mean.prediction'));
    expect([...problems.byLink.keys()]).toEqual(['link-x']);
    expect([...problems.byNode.keys()]).toEqual([]);
  });

  it('at the node it comes from, where its other end is not there', () => {
    expect(at(withLink('fish.state', 'ghost.state'))).toEqual(['fish']);
  });

  it('at both nodes, where a port is not there', () => {
    expect(at(withLink('fish.song', 'mean.prediction'))).toEqual(['fish', 'mean']);
  });

  it('at its node, where it is hidden behind it', () => {
    expect(at(withLink('fish.state', 'fish.state'))).toEqual(['fish']);
  });
});
