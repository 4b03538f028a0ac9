import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../core/random.ts';
import { Graph, type Tensor } from '../builder.ts';
import { costOf } from '../cost.ts';
import type { Program } from '../ir.ts';
import { optimize } from '../passes/optimize.ts';
import { evaluate } from '../reference.ts';
import { applyAdamW, biasCorrections } from './adamW.ts';
import { clipFactor, globalNorm } from './clipping.ts';
import { denseLeaf } from './leaf.ts';
import { expectClose, FISH, noise, run, SETTINGS, type State, startState } from './optimizers.testing.ts';
import { applySgd, sgdMoments } from './sgd.ts';

const SHAPES: Readonly<Record<string, readonly number[]>> = { w: [FISH, 3, 2], b: [FISH, 2] };
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
