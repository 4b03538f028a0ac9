import { describe, expect, it } from 'vitest';
import { evaluate } from '../../tensor/reference.ts';
import { expectClose } from '../conformance/expectClose.ts';
import { numbers, randomData } from '../conformance/randomData.ts';
import { trainProgram } from '../conformance/statePrograms.ts';
import { TfjsExecutor } from './executor.ts';
import { tf } from './tf.ts';

describe.each(['wasm', 'cpu'] as const)('tfjs on %s', (backend) => {
  it('holds the same number of tensors after every call', async () => {
    const executor = await TfjsExecutor.create({ backend });
    expect(executor.description).toContain(backend);
    const program = trainProgram(6, 3);
    const executable = await executor.load(program);
    const before = tf.memory().numTensors;
    const state = executor.createState();
    const next = numbers(3);
    const inputs = {
      x: randomData('f32', [6, 3], next),
      target: randomData('f32', [6, 1], next),
      rate: Float32Array.of(0.1),
      alive: Uint8Array.of(1),
    };
    const [w, m] = [randomData('f32', [3, 1], next), randomData('f32', [3, 1], next)];
    state.set('w', 'f32', [3, 1], w);
    state.set('m', 'f32', [3, 1], m);
    const resident = tf.memory().numTensors;
    expect(resident).toBe(before + 2);
    const { loss } = await executable.run(state, inputs);
    expectClose(loss, evaluate(program, { ...inputs, w, m }).outputs.loss, 'loss');
    for (let call = 0; call < 4; call++) {
      await executable.run(state, inputs);
      expect(tf.memory().numTensors).toBe(resident);
    }
    await expect(executable.run(state, { ...inputs, x: new Float32Array(1) })).rejects.toThrow(/"x"/);
    expect(tf.memory().numTensors).toBe(resident);
    state.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
