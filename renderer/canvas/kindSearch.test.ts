import { describe, expect, it } from 'vitest';
import type { NodeId } from '#engine/core/brand.ts';
import { createNode, newDocument } from '#engine/document/create.ts';
import { NODE_KINDS } from '#engine/nodes/registry.ts';
import type { PortEnd } from './canvasStore.ts';
import { kindsThatFit, recentFirst, searchKinds } from './kindSearch.ts';

const fish = 'fish-1' as NodeId; // a test's id
const document = { ...newDocument(), nodes: { [fish]: createNode('fish', { x: 0, y: 0 }) } };
const names = (fit: PortEnd | null) => kindsThatFit(document, fit).map(({ kind }) => kind);

describe('quick-add', () => {
  it('offers every kind where nothing must fit', () => {
    expect(names(null)).toHaveLength(NODE_KINDS.length);
  });

  it('offers only kinds that fit the port a link was dropped from', () => {
    expect(names({ node: fish, port: 'examples', direction: 'in' }).toSorted()).toEqual(['dataset', 'shard']);
    const controllers = names({ node: fish, port: 'control', direction: 'in' });
    expect(controllers).toEqual(expect.arrayContaining(['organise', 'supervise', 'fault']));
    expect(controllers).not.toContain('dataset');
    expect(names({ node: fish, port: 'state', direction: 'out' })).toContain('fish');
    expect(names({ node: fish, port: 'prediction', direction: 'out' })).toContain('average');
    expect(names({ node: fish, port: 'prediction', direction: 'in' })).toContain('fish');
    expect(names({ node: fish, port: 'nowhere', direction: 'out' })).toEqual([]);
  });

  it('puts what was added last first, and only what is offered', () => {
    const [recent, others] = recentFirst(searchKinds(NODE_KINDS, ''), ['goal', 'nonsense', 'fish']);
    expect(recent.map(({ kind }) => kind)).toEqual(['goal', 'fish']);
    expect(others).toHaveLength(NODE_KINDS.length - 2);
  });

  it('finds by the words of the help, in any order', () => {
    const average = NODE_KINDS.find(({ kind }) => kind === 'average')!;
    const words = average.help.split(' ').filter((word) => /^[a-z]{5,}$/.test(word));
    expect(searchKinds(NODE_KINDS, `${words.at(-1)} ${words[0]}`)).toContain(average);
  });

  it('finds by letters in order and by other words for the same thing', () => {
    const first = (text: string) => searchKinds(NODE_KINDS, text)[0]?.kind;
    expect(first('avg')).toBe('average');
    expect(first('dset')).toBe('dataset');
    expect(first('transformer')).toBe('fish');
    expect(first('kill')).toBe('fault');
    expect(first('krum')).toBe('robust');
    expect(first('bandit')).toBe('reinforce');
    expect(first('csv')).toBe('dataset');
    expect(searchKinds(NODE_KINDS, 'zzzz')).toEqual([]);
    expect(searchKinds(NODE_KINDS, '  ')).toHaveLength(NODE_KINDS.length);
  });
});
