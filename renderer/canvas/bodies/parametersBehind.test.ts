import { describe, expect, it } from 'vitest';
import { buildSwarm } from '#engine/document/build.testing.ts';
import { parametersBehind } from './parametersBehind.ts';

describe('parametersBehind', () => {
  it('counts a fish alone, and behind an aggregator all that it hears', () => {
    const document = buildSwarm(
      { small: ['fish'], large: ['fish'], mean: ['average'], levels: ['cascade'] },
      [
        'small.prediction -> mean.prediction',
        'large.prediction -> mean.prediction',
        'small.prediction -> large.prediction',
        'mean.prediction -> levels.prediction',
        'large.prediction -> levels.prediction',
      ],
    );
    const fish = [
      { id: 'small:1', nodeId: 'small', parameters: 10 },
      { id: 'small:2', nodeId: 'small', parameters: 10 },
      { id: 'large', nodeId: 'large', parameters: 100 },
    ];
    expect(parametersBehind(document, fish, 'small')).toBe(20);
    expect(parametersBehind(document, fish, 'large')).toBe(100);
    expect(parametersBehind(document, fish, 'mean')).toBe(120);
  });

  it('counts the layers below an early exit, and those whose answers are read', () => {
    const document = buildSwarm(
      { deep: ['fish', { layers: 4, exits: true }], first: ['fish'], second: ['fish'] },
      ['first.prediction -> second.proposals'],
    );
    const fish = ['deep', 'first', 'second'].map((id) => ({ id, nodeId: id, parameters: 100 }));
    expect(parametersBehind(document, fish, 'deep@1')).toBe(25);
    expect(parametersBehind(document, fish, 'deep')).toBe(100);
    expect(parametersBehind(document, fish, 'second')).toBe(200);
  });
});
