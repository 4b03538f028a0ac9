import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Graph } from '../builder.ts';
import { grad } from '../grad.ts';
import type { Program } from '../ir.ts';
import { optimize } from '../passes/optimize.ts';
import { evaluate } from '../reference.ts';
import { applyAdamW, biasCorrections } from './adamW.ts';
import { clipFactor, globalNorm } from './clipping.ts';
import { denseLeaf, momentName, rowLeaf } from './leaf.ts';
import { expectClose, FISH, noise, run, SETTINGS, type State, startState } from './optimizers.testing.ts';
import { uniqueRows } from './uniqueRows.ts';

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
