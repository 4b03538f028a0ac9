import { describe, expect, it } from 'vitest';
import { Graph } from '../../tensor/builder.ts';
import type { Program } from '../../tensor/ir.ts';
import { awkwardProgram, rowsProgram, trainProgram } from '../conformance/statePrograms.ts';
import { emitProgram } from './emitProgram.ts';

function inPlace(program: Program): string[] {
  const { updates } = emitProgram(program, { threads: 1 });
  return updates.filter((update) => update.inPlace).map((update) => update.name);
}

describe('updates in place', () => {
  it('are used where the old value is read before the new one is made', () => {
    expect(inPlace(trainProgram(8, 4))).toEqual(['m', 'w']);
  });

  it('write single rows into a table', () => {
    expect(inPlace(rowsProgram(2, 10, 4, 3))).toEqual(['table']);
  });

  it('are not used where the old value may be read later', () => {
    // Of its seven updates only d's reads everything of the old value before it writes.
    expect(inPlace(awkwardProgram())).toEqual(['d']);
  });

  it('are not used where the writer reads the old value in another order', () => {
    const g = new Graph('product');
    const w = g.input('w', 'parameter', 'f32', [3, 3]);
    g.update('w', g.matmul(w, w));
    expect(inPlace(g.build())).toEqual([]);
  });

  it('are used where a finished result is copied over the old value', () => {
    const g = new Graph('reshaped');
    const w = g.input('w', 'parameter', 'f32', [4, 1]);
    g.update('w', g.reshape(g.add(g.reshape(w, [4]), g.reduceSum(w, [0, 1])), [4, 1]));
    expect(inPlace(g.build())).toEqual(['w']);
  });

  it('are not used where a view of the old value is read by the writer', () => {
    const g = new Graph('view');
    const w = g.input('w', 'parameter', 'f32', [1, 4]);
    g.update('w', g.add(w, g.reshape(g.reshape(w, [4]), [4])));
    expect(inPlace(g.build())).toEqual([]);
  });
});
