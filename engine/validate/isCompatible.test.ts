import { describe, expect, it } from 'vitest';
import type { NodeId } from '../core/brand.ts';
import { buildSwarm } from '../document/build.testing.ts';
import { isCompatible } from './isCompatible.ts';
import { validate } from './validate.ts';

const document = buildSwarm(
  {
    data: ['dataset'],
    a: ['fish', { count: 4 }],
    b: ['fish', { width: 32 }],
    mean: ['average'],
    vote: ['vote'],
    goal: ['goal'],
    odd: ['kind-of-tomorrow'],
  },
  [
    'data.examples -> a.examples',
    'a.prediction -> mean.prediction',
    'mean.prediction -> vote.prediction',
    'vote.prediction -> goal.prediction',
  ],
);
const end = (text: string) => {
  const [node = '', port = ''] = text.split('.');
  return { node: node as NodeId, port }; // test ids fit the pattern
};
const check = (from: string, to: string) => isCompatible(document, end(from), end(to));

describe('which links may be drawn', () => {
  it.each([
    ['data.examples', 'b.examples'],
    ['b.prediction', 'mean.prediction'],
    ['b.state', 'a.state'],
    ['a.state', 'b.state'],
    ['a.prediction', 'b.prediction'],
  ])('[V6] %s may go to %s', (from, to) => {
    expect(check(from, to)).toEqual({ ok: true });
  });

  it.each([
    ['data.examples', 'mean.prediction', /takes prediction/],
    ['a.state', 'a.state', /itself/],
    ['a.weights', 'b.weights', /built and trained alike/],
    ['b.prediction', 'goal.prediction', /already has its link/],
    ['a.prediction', 'mean.prediction', /already there/],
    ['vote.prediction', 'mean.prediction', /close a circle/],
    ['mean.prediction', 'a.prediction', /from a fish, a hub or a federated only/],
    ['mean.wish', 'a.prediction', /no way out called "wish"/],
    ['goal.prediction', 'mean.prediction', /other way round/],
    ['odd.out', 'mean.prediction', /does not know/],
    ['ghost.out', 'mean.prediction', /not in the swarm/],
  ])('[V6] %s may not go to %s, and it says why', (from, to, reason) => {
    const answer = check(from, to);
    expect(answer.ok).toBe(false);
    if (!answer.ok) expect(answer.reason).toMatch(reason);
  });

  it('[V6] agrees with validation', () => {
    const nodes = Object.keys(document.nodes);
    const ports = ['examples', 'prediction', 'state', 'weights', 'control'];
    const errors = validate(document).filter(({ linkId }) => linkId !== undefined).length;
    for (const a of nodes) {
      for (const b of nodes) {
        for (const port of ports) {
          const [from, to] = [end(`${a}.${port}`), end(`${b}.${port}`)];
          const next = buildSwarm({}, []);
          next.nodes = document.nodes;
          next.links = { ...document.links };
          Object.assign(next.links, {
            'link-new': { ...Object.values(document.links)[0], from, to },
          });
          const after = validate(next).filter(({ linkId }) => linkId !== undefined).length;
          if (a === 'odd' || b === 'odd') continue; // of an unknown kind nothing is known
          expect(isCompatible(document, from, to).ok, `${a}.${port} -> ${b}.${port}`).toBe(after === errors);
        }
      }
    }
  });
});
