import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../core/random.ts';
import { Graph, type Tensor } from '../builder.ts';
import { costOf } from '../cost.ts';
import { grad } from '../grad.ts';
import type { Program } from '../ir.ts';
import { optimize } from '../passes/optimize.ts';
import { evaluate } from '../reference.ts';
import { type AdamWSettings, applyAdamW, biasCorrections } from './adamW.ts';
import { clipFactor, globalNorm } from './clipping.ts';
import { denseLeaf, momentName, rowLeaf } from './leaf.ts';
import { learningRateAt } from './schedule.ts';
import { applySgd, sgdMoments } from './sgd.ts';
import { uniqueRows } from './uniqueRows.ts';

const FISH = 2;
const SHAPES: Readonly<Record<string, readonly number[]>> = { w: [FISH, 3, 2], b: [FISH, 2] };
const SETTINGS: AdamWSettings = { beta1: 0.9, beta2: 0.99, epsilon: 1e-6, weightDecay: 0.1 };

function noise(label: string, length: number): number[] {
  const stream = randomStream(1, 'optimizer test', label);
  return Array.from({ length }, () => stream.normal());
}

const lengthOf = (name: string): number => SHAPES[name]!.reduce((a, b) => a * b, 1);

/** A program whose gradients are inputs, so that any gradient can be fed. */
function updateProgram(kind: 'adamw' | 'sgd' | 'momentum', maxNorm: number | null): Program {
  const g = new Graph(kind);
  const alive = g.input('alive', 'control', 'bool', [FISH]);
  const controls = Object.fromEntries(
    ['learningRate', 'correction1', 'correction2'].map((name) => [
      name,
      g.input(name, 'control', 'f32', [FISH]),
    ]),
  );
  const gradients = Object.entries(SHAPES).map(([name, shape]) => g.input(`d${name}`, 'data', 'f32', shape));
  const leaves = Object.entries(SHAPES).map(([name, shape]) => {
    g.input(name, 'parameter', 'f32', shape);
    return denseLeaf(g, name, { alive, decay: name === 'w' });
  });
  const norm = globalNorm(g, gradients);
  const clip = maxNorm === null ? null : clipFactor(g, norm, maxNorm);
  g.output('norm', norm);
  const { learningRate, correction1, correction2 } = controls as Record<string, Tensor>;
  if (kind === 'adamw') {
    applyAdamW(
      g,
      leaves,
      gradients,
      { learningRate: learningRate!, correction1: correction1!, correction2: correction2!, clip },
      SETTINGS,
    );
  } else {
    const momentum = kind === 'momentum' ? 0.8 : 0;
    applySgd(g, leaves, gradients, { learningRate: learningRate!, clip }, { momentum, weightDecay: 0.1 });
  }
  return optimize(g.build());
}

type State = Record<string, number[]>;

function startState(program: Program): State {
  return Object.fromEntries(
    program.inputs
      .filter(({ role }) => role === 'parameter' || role === 'state')
      .map(({ name, role, value }) => {
        const length = program.values[value]!.shape.reduce((a, b) => a * b, 1);
        return [name, role === 'parameter' ? noise(name, length) : new Array<number>(length).fill(0)];
      }),
  );
}

function feedsAt(step: number, learningRate: readonly number[]): Record<string, number[]> {
  const { correction1, correction2 } = biasCorrections(SETTINGS, step);
  return {
    learningRate: [...learningRate],
    correction1: [correction1, correction1],
    correction2: [correction2, correction2],
    ...Object.fromEntries(
      Object.keys(SHAPES).map((name) => [`d${name}`, noise(`d${name}${step}`, lengthOf(name))]),
    ),
  };
}

function run(program: Program, state: State, feeds: Record<string, number[]>, alive = [1, 1]): State {
  const { updates } = evaluate(program, { ...state, ...feeds, alive });
  return {
    ...state,
    ...Object.fromEntries(Object.entries(updates).map(([name, data]) => [name, [...data]])),
  };
}

/** Clips the gradients of each fish by hand. */
function clippedByHand(feeds: Record<string, number[]>, maxNorm: number | null): Record<string, number[]> {
  const result = structuredClone(feeds);
  for (let n = 0; n < FISH && maxNorm !== null; n++) {
    let squares = 0;
    const own = (name: string): number[] => {
      const size = lengthOf(name) / FISH;
      return Array.from({ length: size }, (_, i) => n * size + i);
    };
    for (const name of Object.keys(SHAPES)) for (const i of own(name)) squares += feeds[`d${name}`]![i]! ** 2;
    const factor = Math.min(1, maxNorm / Math.sqrt(squares));
    for (const name of Object.keys(SHAPES)) for (const i of own(name)) result[`d${name}`]![i]! *= factor;
  }
  return result;
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, digits = 5): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < actual.length; i++) expect(actual[i]).toBeCloseTo(expected[i]!, digits);
}

describe('AdamW', () => {
  it.each([null, 0.7, 100])('follows algorithm 2 of the paper, element by element (clip %s)', (maxNorm) => {
    const program = updateProgram('adamw', maxNorm);
    let state = startState(program);
    const expected = structuredClone(state);
    const first: State = { w: new Array(12).fill(0), b: new Array(4).fill(0) };
    const second: State = { w: new Array(12).fill(0), b: new Array(4).fill(0) };
    const rates = [0.01, 0.03];
    for (let step = 1; step <= 6; step++) {
      const feeds = feedsAt(step, rates);
      state = run(program, state, feeds);
      const clipped = clippedByHand(feeds, maxNorm);
      for (const name of ['w', 'b']) {
        const decay = name === 'w' ? SETTINGS.weightDecay : 0;
        expected[name]!.forEach((theta, i) => {
          const gradient = clipped[`d${name}`]![i]!;
          const rate = rates[Math.floor(i / (lengthOf(name) / FISH))]!;
          const m = SETTINGS.beta1 * first[name]![i]! + (1 - SETTINGS.beta1) * gradient;
          const v = SETTINGS.beta2 * second[name]![i]! + (1 - SETTINGS.beta2) * gradient ** 2;
          first[name]![i] = m;
          second[name]![i] = v;
          const mHat = m / (1 - SETTINGS.beta1 ** step);
          const vHat = v / (1 - SETTINGS.beta2 ** step);
          expected[name]![i] =
            theta - rate * decay * theta - (rate * mHat) / (Math.sqrt(vHat) + SETTINGS.epsilon);
        });
        expectClose(state[name]!, expected[name]!, 6);
      }
    }
  });

  it('makes no more passes than it says', () => {
    const program = updateProgram('adamw', 1);
    const full = (shape: readonly number[]): number =>
      program.ops.filter((op) => {
        const result = program.values[op.outputs[0]!]!.shape;
        return result.join() === shape.join();
      }).length;
    // 14 of the update and the square of the norm.
    expect(full(SHAPES.w!)).toBe(15);
    expect(costOf(program).parameters).toBe(16);
  });
});

describe('gradient descent', () => {
  it.each(['sgd', 'momentum'] as const)('%s follows its formula', (kind) => {
    const program = updateProgram(kind, 0.7);
    const momentum = kind === 'momentum' ? 0.8 : 0;
    expect(program.inputs.filter((input) => input.role === 'state')).toHaveLength(
      2 * sgdMoments({ momentum, weightDecay: 0 }).length,
    );
    let state = startState(program);
    const expected = structuredClone(state);
    const velocity: State = { w: new Array(12).fill(0), b: new Array(4).fill(0) };
    for (let step = 1; step <= 4; step++) {
      const feeds = feedsAt(step, [0.1, 0.2]);
      state = run(program, state, feeds);
      const clipped = clippedByHand(feeds, 0.7);
      for (const name of ['w', 'b']) {
        expected[name]!.forEach((theta, i) => {
          const rate = i < lengthOf(name) / FISH ? 0.1 : 0.2;
          velocity[name]![i] = momentum * velocity[name]![i]! + clipped[`d${name}`]![i]!;
          expected[name]![i] = theta - rate * (name === 'w' ? 0.1 : 0) * theta - rate * velocity[name]![i]!;
        });
        expectClose(state[name]!, expected[name]!);
      }
    }
  });
});

describe('clipping', () => {
  it('leaves small gradients exactly as they are and reports the norm before clipping', () => {
    const g = new Graph('clip');
    const gradient = g.input('d', 'data', 'f32', [2, 2]);
    const norm = globalNorm(g, [gradient]);
    g.output('norm', norm);
    g.output('factor', clipFactor(g, norm, 5));
    const { outputs } = evaluate(g.build(), { d: [3, 4, 30, 40] });
    expect([...outputs.norm!]).toEqual([5, 50]);
    expect([...outputs.factor!]).toEqual([1, 0.1]);
  });
});

describe('a dead fish', () => {
  const awkward = [Number.NaN, Infinity, -Infinity, 0, -0, 1e-45, 3];
  it.each(['adamw', 'sgd', 'momentum'] as const)(
    '%s leaves it bit for bit, whatever its gradients are',
    (kind) => {
      const program = updateProgram(kind, 1);
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const stream = randomStream(seed, 'dead fish');
          const state = startState(program);
          for (const [name, data] of Object.entries(state)) {
            // Second moments are sums of squares.
            const pool = name.endsWith('.v') ? [Number.NaN, Infinity, 0, 2] : awkward;
            for (let i = data.length / 2; i < data.length; i++) data[i] = stream.choice(pool);
          }
          const feeds = feedsAt(2, [0.1, Number.NaN]);
          for (const name of ['dw', 'db']) {
            for (let i = feeds[name]!.length / 2; i < feeds[name]!.length; i++)
              feeds[name]![i] = stream.choice(awkward);
          }
          const after = run(program, state, feeds, [1, 0]);
          for (const [name, data] of Object.entries(state)) {
            // toEqual tells 0 from -0 and takes NaN for NaN.
            expect(after[name]!.slice(data.length / 2)).toEqual(data.slice(data.length / 2));
            const alive = after[name]!.slice(0, data.length / 2);
            expect(alive.every(Number.isFinite)).toBe(true);
            expect(alive).not.toEqual(data.slice(0, data.length / 2));
          }
        }),
        { numRuns: 30 },
      );
    },
  );
});

describe('rows of an embedding table', () => {
  const [rows, width, tokens] = [7, 2, 5];
  const settings = { ...SETTINGS, weightDecay: 0.1 };

  /** The same loss and optimizer over the same table, once row by row and once whole. */
  function tableProgram(kind: 'rows' | 'dense'): Program {
    const g = new Graph(kind);
    const table = g.input('wte', 'parameter', 'f32', [FISH, rows, width]);
    const alive = g.input('alive', 'control', 'bool', [FISH]);
    const [learningRate, correction1, correction2] = ['learningRate', 'correction1', 'correction2'].map(
      (name) => g.input(name, 'control', 'f32', [FISH]),
    );
    const target = g.input('target', 'data', 'f32', [FISH, tokens, width]);
    const leaf =
      kind === 'rows'
        ? rowLeaf(g, 'wte', {
            uniqueIds: g.input('uniqueIds', 'data', 'i32', [FISH, tokens]),
            uniqueCount: g.input('uniqueCount', 'data', 'i32', [FISH]),
            inverse: g.input('inverse', 'data', 'i32', [FISH, tokens]),
            alive,
            decay: true,
          })
        : denseLeaf(g, 'wte', { alive, decay: true });
    const embedded =
      'embedded' in leaf
        ? (leaf as ReturnType<typeof rowLeaf>).embedded
        : g.gather(table, g.input('ids', 'data', 'i32', [FISH, tokens]), { batchDims: 1 });
    const loss = g.reduceSum(g.square(g.sub(embedded, target)), [1, 2]);
    const gradients = grad(g, loss, [leaf.value]);
    const norm = globalNorm(g, gradients);
    g.output('norm', norm);
    const clip = clipFactor(g, norm, 1);
    applyAdamW(
      g,
      [leaf],
      gradients,
      { learningRate: learningRate!, correction1: correction1!, correction2: correction2!, clip },
      settings,
    );
    return optimize(g.build());
  }

  const [sparse, dense] = [tableProgram('rows'), tableProgram('dense')];

  it('get the dense update in the first step, and nothing else is touched', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(rows - 1), { minLength: FISH * tokens, maxLength: FISH * tokens }),
        (ids) => {
          const { uniqueIds, uniqueCount, inverse } = uniqueRows(Int32Array.from(ids), FISH, rows);
          const { correction1, correction2 } = biasCorrections(settings, 1);
          const feeds = {
            ids,
            uniqueIds: [...uniqueIds],
            uniqueCount: [...uniqueCount],
            inverse: [...inverse],
            target: noise('target', FISH * tokens * width),
            learningRate: [0.1, 0.2],
            correction1: [correction1, correction1],
            correction2: [correction2, correction2],
          };
          const start = startState(sparse);
          const a = run(sparse, start, feeds);
          const b = run(dense, start, feeds);
          const inputs = { ...start, ...feeds, alive: [1, 1] };
          expectClose(evaluate(sparse, inputs).outputs.norm!, evaluate(dense, inputs).outputs.norm!);
          for (let n = 0; n < FISH; n++) {
            const used = new Set(ids.slice(n * tokens, (n + 1) * tokens));
            for (let row = 0; row < rows; row++) {
              for (const name of ['wte', momentName('wte', 'm'), momentName('wte', 'v')]) {
                const at = (n * rows + row) * width;
                const [got, whole, before] = [a, b, start].map((state) => state[name]!.slice(at, at + width));
                if (used.has(row)) expectClose(got!, whole!);
                else expect(got).toEqual(before);
              }
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('keep moments of rows that a later batch does not use, padding included', () => {
    const step = (state: State, ids: number[], number: number): State => {
      const { uniqueIds, uniqueCount, inverse } = uniqueRows(Int32Array.from(ids), FISH, rows);
      const { correction1, correction2 } = biasCorrections(settings, number);
      return run(sparse, state, {
        uniqueIds: [...uniqueIds],
        uniqueCount: [...uniqueCount],
        inverse: [...inverse],
        target: noise(`target${number}`, FISH * tokens * width),
        learningRate: [0.1, 0.1],
        correction1: [correction1, correction1],
        correction2: [correction2, correction2],
      });
    };
    const first = step(startState(sparse), [0, 1, 2, 3, 4, 0, 1, 2, 3, 4], 1);
    // Rows 0 to 3 pad the second batch.
    const second = step(first, [5, 5, 5, 5, 5, 5, 5, 5, 5, 5], 2);
    for (const name of ['wte', 'wte.m', 'wte.v']) {
      const kept = 5 * width;
      expect(second[name]!.slice(0, kept)).toEqual(first[name]!.slice(0, kept));
      expect(second[name]!.slice(kept, kept + width)).not.toEqual(first[name]!.slice(kept, kept + width));
    }
  });
});

describe('uniqueRows', () => {
  it('numbers rows so that they can be put back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }).chain((rows) =>
          fc.record({
            rows: fc.constant(rows),
            ids: fc.array(fc.nat(rows - 1), { minLength: 6, maxLength: 6 }),
          }),
        ),
        ({ rows, ids }) => {
          const { uniqueIds, uniqueCount, inverse } = uniqueRows(Int32Array.from(ids), 2, rows);
          const width = Math.min(3, rows);
          for (let n = 0; n < 2; n++) {
            const own = uniqueIds.slice(n * width, (n + 1) * width);
            expect(new Set(own).size).toBe(width);
            expect(own.every((id) => id >= 0 && id < rows)).toBe(true);
            expect(uniqueCount[n]).toBe(new Set(ids.slice(n * 3, n * 3 + 3)).size);
            for (let i = 0; i < 3; i++) expect(own[inverse[n * 3 + i]!]).toBe(ids[n * 3 + i]);
          }
        },
      ),
    );
  });
});

describe('learningRateAt', () => {
  const schedule = { peak: 2, warmupSteps: 4, totalSteps: 14 } as const;
  it('warms up linearly, then is constant, linear or cosine', () => {
    for (const kind of ['constant', 'linear', 'cosine'] as const) {
      expect([1, 2, 3, 4, 5].map((step) => learningRateAt({ ...schedule, kind }, step))).toEqual([
        0.5, 1, 1.5, 2, 2,
      ]);
    }
    expect(learningRateAt({ ...schedule, kind: 'constant' }, 99)).toBe(2);
    expect(learningRateAt({ ...schedule, kind: 'linear' }, 10)).toBeCloseTo(1);
    expect(learningRateAt({ ...schedule, kind: 'cosine' }, 10)).toBeCloseTo(1);
    for (const kind of ['linear', 'cosine'] as const) {
      expect(learningRateAt({ ...schedule, kind }, 14)).toBeGreaterThan(0);
      expect(learningRateAt({ ...schedule, kind }, 15)).toBeCloseTo(0);
      expect(learningRateAt({ ...schedule, kind }, 99)).toBeCloseTo(0);
    }
    expect(learningRateAt({ kind: 'linear', peak: 2, warmupSteps: 0, totalSteps: 10 }, 1)).toBe(2);
  });
});
