import { describe, expect, it } from 'vitest';
import type { ShuuraiError } from '../../core/errors.ts';
import { Graph } from '../../tensor/builder.ts';
import type { Program } from '../../tensor/ir.ts';
import { OnnxExecutor } from './executor.ts';

/** Fails inside onnxruntime where the largest of five scores is none of the table's three rows. */
function failing(update: 'in place' | 'apart'): Program {
  const g = new Graph('failing');
  const w = g.input('w', 'parameter', 'f32', [3, 3]);
  const choice = g.argMax(g.input('scores', 'data', 'f32', [5]));
  g.output('row', g.gather(g.constant(Float32Array.of(1, 2, 3), [3]), choice));
  g.update('w', update === 'in place' ? g.add(w, 1) : g.matmul(w, w));
  return g.build();
}

describe.each(['in place', 'apart'] as const)('a run that fails, with updates %s', (update) => {
  it('says whether the tensors are what they were', async () => {
    const executor = await OnnxExecutor.create({ threads: 1 });
    const executable = await executor.load(failing(update));
    const state = executor.createState();
    const w = Float32Array.from({ length: 9 }, (_, i) => i);
    state.set('w', 'f32', [3, 3], w);
    const good = await executable.run(state, { scores: Float32Array.of(0, 9, 0, 0, 0) });
    expect([...(good.row ?? [])]).toEqual([2]);
    const after = state.get('w');
    const error: ShuuraiError = await executable
      .run(state, { scores: Float32Array.of(0, 0, 0, 0, 9) })
      .then(() => Promise.reject(new Error('it ran')))
      .catch((thrown) => thrown);
    expect(error.code).toBe('internal');
    expect(error.details).toMatchObject({ program: 'failing', stateConsistent: update === 'apart' });
    expect(error.message).toMatch(update === 'apart' ? /as they were/ : /may be partly updated.*checkpoint/);
    if (update === 'apart') expect(state.get('w')).toEqual(after);
    executable.dispose();
  });
});
