import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EncodedExamples } from '#engine/data/types.ts';
import type { Executor } from '#engine/executors/executor.ts';
import { createExecutor } from '#engine/executors/index.ts';
import type { DataShape } from '../compiled.ts';
import { TestSession } from './testSession.ts';
import { type TestSwarm, testData, testExamples, testPlan } from './testSwarm.ts';

let onnx: Executor;
beforeAll(async () => {
  onnx = await createExecutor('onnx', { threads: 1 });
});
afterAll(() => onnx.dispose());

function session(swarm: TestSwarm, sizes: { vocabSize?: number; classes?: number } = {}): TestSession {
  const plan = testPlan(swarm);
  const data = testData(plan, sizes);
  return new TestSession(onnx, plan, data, testExamples(data, 16));
}

const LINKS: TestSwarm['talk'] = [
  { family: 'state', from: '1.1', to: '1.2' },
  { family: 'state', from: '1.2', to: '1.3' },
  { family: 'state', from: '1.3', to: '1.1', strength: 0.5 },
  { family: 'prediction', from: '1.2', to: '1.1' },
  { family: 'prediction', from: '1.1', to: '1.2', strength: 0.5 },
];
/** Texts whose class is the marker (token 4, 5 or 6) that stands somewhere among other tokens. */
function markerExamples(data: DataShape, size: number): EncodedExamples {
  const examples = testExamples({ ...data, vocabSize: data.vocabSize - 3 }, size);
  const tokens = examples.tokens.map((token) => (token >= 4 ? token + 3 : token));
  examples.labels.forEach((label, row) => {
    tokens[row * data.context + (row % examples.lengths[row]!)] = 4 + label;
  });
  return { ...examples, tokens };
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    expect(Math.abs(actual[i]! - expected[i]!)).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(expected[i]!)),
    );
  }
}

describe('a training program', () => {
  it('learns a small classification problem', async () => {
    for (const optimizer of ['adamw', 'sgd'] as const) {
      const shape = { width: 16, heads: 2, feedForward: 32, context: 8 };
      const plan = testPlan({ schools: [{ count: 3, shape, training: { optimizer } }], batchSize: 16 });
      const data = testData(plan, { vocabSize: 20 });
      const own = new TestSession(onnx, plan, data, markerExamples(data, 64));
      const accuracy = [0, 0, 0];
      for (let step = 1; step <= 200; step++) {
        const rows = Array.from({ length: 16 }, (_, i) => (step * 16 + i) % 64);
        const result = await own.step({ rows, step, learningRate: optimizer === 'sgd' ? 0.1 : 1e-2 });
        if (step > 196) for (const [f, share] of result.accuracy.entries()) accuracy[f]! += share / 4;
      }
      for (const share of accuracy) expect(share).toBeGreaterThan(0.95);
      own.dispose();
    }
  });

  it('learns a small language, with fish that exchange states and predictions', async () => {
    const shape = { width: 16, heads: 2, feedForward: 32, context: 9, positional: 'rotary' } as const;
    const plan = testPlan({
      task: 'language-modelling',
      schools: [{ count: 2, shape }],
      talk: [
        { family: 'state', from: '1.1', to: '1.2' },
        { family: 'prediction', from: '1.2', to: '1.1' },
      ],
      batchSize: 8,
    });
    const data = testData(plan, { vocabSize: 14 });
    const examples = testExamples(data, 32);
    // Counting round the tokens 4 .. 13 in steps that the first two tokens tell.
    examples.tokens.forEach((_, i) => {
      const [row, t] = [Math.floor(i / 9), i % 9];
      examples.tokens[i] = t < examples.lengths[row]! ? 4 + ((row + t * (1 + (row % 3))) % 10) : 0;
    });
    const own = new TestSession(onnx, plan, data, examples);
    for (let step = 1; step <= 200; step++) {
      await own.step({ rows: Array.from({ length: 8 }, (_, i) => (step * 8 + i) % 32), step });
    }
    const { loss } = await own.step({ rows: [2, 5, 8, 11, 14, 17, 20, 23], step: 201 });
    // Only the second token cannot be known: one of three.
    for (const each of loss) expect(each).toBeLessThan(0.6);
    own.dispose();
  });

  it('is built for the smallest and for odd shapes', async () => {
    for (const task of ['classification', 'language-modelling'] as const) {
      const context = task === 'classification' ? 2 : 3;
      for (const optimizer of ['adamw', 'sgd'] as const) {
        const own = session({
          task,
          schools: [
            {
              count: 1,
              shape: { context, width: 5, heads: 5 },
              training: { optimizer, momentum: 0, clipNorm: 0, dropout: 0.5 },
            },
            { count: 1, shape: { context, width: 6, heads: 1, layers: 3 }, training: { optimizer } },
          ],
          talk: [{ family: 'prediction', from: '1.1', to: '2.1' }],
          batchSize: 1,
        });
        const { loss } = await own.step({ rows: [3] });
        expect([...loss].every((each) => each > 0 && Number.isFinite(each))).toBe(true);
        await own.evaluate({ rows: [1] });
        own.dispose();
      }
    }
  });

  it('keeps whatever a dead fish holds to that fish', async () => {
    for (const task of ['classification', 'language-modelling'] as const) {
      const swarm: TestSwarm = { task, schools: [{ count: 3, training: { dropout: 0.2 } }], talk: LINKS };
      const [clean, spoiled] = [session(swarm), session(swarm)];
      spoiled.spoil('school-1', 1, Number.NaN);
      for (let step = 1; step <= 3; step++) {
        const options = { rows: [step, 5, 9], step, alive: [1, 0, 1] };
        const [a, b] = [await clean.step(options), await spoiled.step(options)];
        expect(b).toEqual(a);
        expect(a.loss[1]).toBeNaN();
        expect(Number.isFinite(a.loss[0])).toBe(true);
      }
      for (const { name } of clean.swarm.tensors) {
        for (const slot of [0, 2])
          expect(spoiled.fishTensor(name, slot)).toEqual(clean.fishTensor(name, slot));
        expect(spoiled.fishTensor(name, 1).every(Number.isNaN)).toBe(true);
      }
      const fresh = session(swarm);
      for (const { name } of clean.swarm.tensors) {
        expect(clean.fishTensor(name, 1)).toEqual(fresh.fishTensor(name, 1));
      }
      for (const each of [clean, spoiled, fresh]) each.dispose();
    }
  });

  it('gives the same losses in a longer bucket', async () => {
    for (const task of ['classification', 'language-modelling'] as const) {
      for (const pooling of ['mean', 'cls', 'attention'] as const) {
        const swarm: TestSwarm = { task, schools: [{ count: 2, shape: { context: 12, pooling } }] };
        const plan = testPlan(swarm);
        const data = testData(plan);
        const short = testExamples({ ...data, context: 7 }, 8);
        const tokens = new Int32Array(8 * 12);
        for (let row = 0; row < 8; row++) tokens.set(short.tokens.subarray(row * 7, row * 7 + 7), row * 12);
        const examples = { ...short, context: 12, tokens };
        const [a, b] = [
          new TestSession(onnx, plan, data, examples),
          new TestSession(onnx, plan, data, examples),
        ];
        const { lengths } = a.swarm.clusters[0]!;
        expect(lengths).toEqual(task === 'classification' ? [8, 12] : [9, 12]);
        const shorter = await a.step({ rows: [0, 3, 4], length: lengths[0]! });
        const longer = await b.step({ rows: [0, 3, 4], length: 12 });
        shorter.loss.forEach((loss, f) => {
          expect(Math.abs(longer.loss[f]! / loss - 1)).toBeLessThan(1e-6);
          expect(Math.abs(longer.gradNorm[f]! / shorter.gradNorm[f]! - 1)).toBeLessThan(1e-4);
        });
        a.dispose();
        b.dispose();
      }
    }
  });

  it('gives permuted fish permuted results', async () => {
    const swarm: TestSwarm = { schools: [{ count: 3 }] };
    const [a, b] = [session(swarm), session(swarm)];
    const order = [2, 0, 1];
    for (const { name } of a.swarm.tensors) {
      order.forEach((from, slot) => {
        b.setFishTensor(name, slot, () => a.fishTensor(name, from));
      });
    }
    const rows = [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ];
    const straight = await a.step({ rows });
    const permuted = await b.step({ rows: order.map((from) => rows[from]!) });
    // Not bit for bit: the end of a vector register's worth of numbers is computed by other instructions.
    expectClose(
      permuted.loss,
      order.map((from) => straight.loss[from]!),
      1e-6,
    );
    for (const { name } of a.swarm.tensors) {
      order.forEach((from, slot) => {
        expectClose(b.fishTensor(name, slot), a.fishTensor(name, from), 1e-6);
      });
    }
    a.dispose();
    b.dispose();
  });

  it('takes the same first step whether embedding rows are updated lazily or not', async () => {
    const schools = [{ count: 2 }];
    const sizes = { vocabSize: 30 };
    const lazy = session({ schools, batchSize: 3 }, sizes); // 30 >= 3 * 5 tokens
    const dense = session({ schools, batchSize: 8 }, sizes); // 30 < 8 * 5
    const inputNames = (own: TestSession): string[] =>
      own.swarm.clusters[0]!.program(5).inputs.map((input) => input.name);
    expect(inputNames(lazy)).toContain('school-1/uniqueIds');
    expect(inputNames(dense)).toContain('school-1/tokens');
    const a = await lazy.step({ rows: [1, 2, 3] });
    const b = await dense.step({ rows: [1, 2, 3, 9, 9, 9, 9, 9], weights: [1, 1, 1, 0, 0, 0, 0, 0] });
    expectClose(b.loss, a.loss, 1e-6);
    for (const { name } of lazy.swarm.tensors) expectClose(lazy.state.get(name), dense.state.get(name), 2e-5);
    lazy.dispose();
    dense.dispose();
  });

  it('drops other activations at every step, and the same when repeated', async () => {
    const swarm: TestSwarm = { schools: [{ count: 2, training: { dropout: 0.5 } }] };
    const losses: number[] = [];
    for (const step of [1, 1, 2]) {
      const own = session(swarm);
      losses.push((await own.step({ rows: [1, 2, 3], step })).loss[0]!);
      own.dispose();
    }
    expect(losses[1]).toBe(losses[0]);
    expect(losses[2]).not.toBe(losses[0]);
  });

  it('leaves a fish without any weighted row where its moments leave it', async () => {
    const own = session({ schools: [{ count: 2, training: { weightDecay: 0 } }] });
    const before = own.fishTensor('school-1.head', 0);
    const result = await own.step({ rows: [1, 2, 3], weights: [0, 0, 0] });
    expect([...result.loss]).toEqual([0, 0]);
    expect(own.fishTensor('school-1.head', 0)).toEqual(before);
    own.dispose();
  });
});
