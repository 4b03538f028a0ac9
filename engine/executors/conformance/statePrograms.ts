import { Graph, type Tensor } from '../../tensor/builder.ts';
import type { Program } from '../../tensor/ir.ts';

/** Momentum on the mean squared error of x w, w [D], x [R, D]: updates two resident tensors where `alive`. */
export function trainProgram(rows: number, width: number): Program {
  const g = new Graph('train');
  const x = g.input('x', 'data', 'f32', [rows, width]);
  const target = g.input('target', 'data', 'f32', [rows, 1]);
  const rate = g.input('rate', 'control', 'f32', []);
  const alive = g.input('alive', 'control', 'bool', []);
  const w = g.input('w', 'parameter', 'f32', [width, 1]);
  const m = g.input('m', 'state', 'f32', [width, 1]);
  const error = g.sub(g.matmul(x, w), target);
  const gradient = g.matmul(x, error, { transA: true, alpha: 2 / rows });
  const moment = g.add(g.mul(m, 0.9), gradient);
  g.output('loss', g.reduceMean(g.square(error), [0, 1]));
  g.update('m', moment);
  g.update('w', g.where(alive, g.sub(w, g.mul(moment, rate)), w));
  return g.build();
}

/** Reads what `trainProgram` learns. */
export function predictProgram(rows: number, width: number): Program {
  const g = new Graph('predict');
  const x = g.input('x', 'data', 'f32', [rows, width]);
  g.output('y', g.matmul(x, g.input('w', 'parameter', 'f32', [width, 1])));
  return g.build();
}

/**
 * Updates that cannot all be written over their old values: a and b change places, c is read after its successor is
 * known, d reads a rearranged view of itself, e is an elementwise update, f keeps its value, h's successor is an output too.
 */
export function awkwardProgram(): Program {
  const g = new Graph('awkward');
  const shape = [4, 4];
  const state = (name: string): Tensor => g.input(name, 'state', 'f32', shape);
  const [a, b, c, d] = [state('a'), state('b'), state('c'), state('d')];
  const [e, f, h] = [state('e'), state('f'), state('h')];
  g.update('a', b);
  g.update('b', a);
  const successor = g.mul(e, 2);
  g.update('c', successor);
  g.output('late', g.add(g.exp(g.exp(successor)), g.transpose(c, [1, 0])));
  g.update('d', g.add(d, g.transpose(d, [1, 0])));
  g.update('e', g.add(e, 1));
  g.update('f', f);
  const doubled = g.add(h, h);
  g.update('h', doubled);
  g.output('doubled', doubled);
  g.output('view', g.reshape(h, [16]));
  return g.build();
}

/** Lazily updated rows: table[ids] -= rows of ones, and the sum of the old rows. */
export function rowsProgram(fish: number, vocabulary: number, width: number, count: number): Program {
  const g = new Graph('rows');
  const table = g.input('table', 'parameter', 'f32', [fish, vocabulary, width]);
  const ids = g.input('ids', 'data', 'i32', [fish, count]);
  const rows = g.gather(table, ids, { batchDims: 1 });
  g.output('sum', g.reduceSum(rows, [0, 1, 2]));
  g.update('table', g.scatterRows(table, ids, g.sub(rows, 1)));
  return g.build();
}
