import { describe, expect, it } from 'vitest';
import { createExecutor, listExecutors } from './index.ts';
import { measureThreads } from './onnx/measureThreads.ts';

describe('executors', () => {
  it('are listed, the fastest first, with what computes', async () => {
    const listed = await listExecutors();
    expect(listed.map((entry) => entry.name)).toEqual(['onnx', 'tfjs']);
    expect(listed[0]).toMatchObject({
      available: true,
      description: expect.stringMatching(/^onnxruntime \d/),
    });
    expect(listed[1]).toMatchObject({
      available: true,
      description: expect.stringMatching(/^tfjs \d.* (wasm|tensorflow)$/),
    });
  });

  it('are chosen automatically', async () => {
    const executor = await createExecutor('auto');
    expect(executor.name).toBe('onnx');
    expect(executor.threads).toBe(await measureThreads());
  });

  it('take a number of threads', async () => {
    const executor = await createExecutor('onnx', { threads: 1 });
    expect(executor.threads).toBe(1);
    expect(executor.description).toMatch(/cpu, 1 thread$/);
  });

  it('say why they are unavailable', async () => {
    // A name that got past the types, as from a hand-written document.
    const failing = createExecutor('abacus' as 'onnx').catch((thrown: unknown) => thrown);
    expect(await failing).toMatchObject({
      code: 'executor-unavailable',
      message: expect.stringMatching(/"abacus".*no executor of that name/),
    });
  });
});
