import { describe, expect, it } from 'vitest';
import type { NodeMessage } from './proto.ts';
import { turningPoints } from './schedule.ts';

const node = (opType: string, inputs: string[], output: string): NodeMessage => ({
  name: output,
  opType,
  domain: '',
  inputs,
  outputs: [output],
  attributes: {},
});

describe('turningPoints', () => {
  it('are where the next node does not go on with what was just made', () => {
    const nodes = [
      node('Exp', ['x'], 'a'),
      node('Neg', ['a'], 'b'),
      node('Exp', ['y'], 'c'),
      node('Add', ['b', 'c'], 'd'),
    ];
    expect(turningPoints(nodes)).toEqual(['b']);
  });

  it('look through reshapes, and are none at the end', () => {
    const nodes = [
      node('Exp', ['x'], 'a'),
      node('Reshape', ['a', 'shape'], 'r'),
      node('Neg', ['r'], 'b'),
      node('Exp', ['y'], 'c'),
    ];
    expect(turningPoints(nodes)).toEqual([]);
    expect(turningPoints([...nodes, node('Add', ['b', 'c'], 'd')])).toEqual(['b']);
  });
});
