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
});
