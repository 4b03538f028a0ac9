import type { Graph, Tensor } from '../builder.ts';
import type { Op, Program, ValueId } from '../ir.ts';
import { broadcastShapes, sameShape, sizeOf } from '../shape.ts';
import { uniformConstant } from './constants.ts';
import { rewrite } from './rewrite.ts';
import { simplifyLayout } from './simplifyLayout.ts';

/**
 * Algebra that saves passes over memory: neutral elements, double negation, layout operations that undo or follow each
 * other, and constant factors, which move to where they are free (the alpha of a matrix product) or cheap (the smaller
 * operand, or behind a sum). Results are the same up to rounding in the last place and the sign of zero.
 */
export function simplify(program: Program): Program {
  const uses = countUses(program);
  return rewrite(program, (g, op, inputs) => {
    const once = (position: number): boolean => uses.get(op.inputs[position] ?? -1) === 1;
    const result = simplifyArithmetic(g, op, inputs, once) ?? simplifyLayout(g, op, inputs);
    return result ? [result] : null;
  });
}

/** How many operations (or outputs) read each value of the program. */
function countUses(program: Program): Map<ValueId, number> {
  const uses = new Map<ValueId, number>();
  const count = (id: ValueId): void => {
    uses.set(id, (uses.get(id) ?? 0) + 1);
  };
  for (const op of program.ops) op.inputs.forEach(count);
  for (const { value } of program.outputs) count(value);
  for (const { output } of program.updates) count(output);
  return uses;
}

interface Scaled {
  readonly base: Tensor;
  readonly factor: number;
}

/** x as base * factor, where x is a negation or a product with a constant that does not change the shape. */
function scaled(g: Graph, x: Tensor): Scaled | null {
  const op = g.producer(x);
  if (!op || x.dtype !== 'f32') return null;
  const inputs = op.inputs.map((id) => g.tensor(id));
  if (op.spec.kind === 'neg' && inputs[0]) return { base: inputs[0], factor: -1 };
  return op.spec.kind === 'mul' ? constantFactor(g, inputs, x) : null;
}

/** The operands of a product as one of them and a constant factor. */
function constantFactor(g: Graph, inputs: readonly Tensor[], result: Pick<Tensor, 'shape'>): Scaled | null {
  const [a, b] = inputs;
  if (!a || !b) return null;
  for (const [base, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const factor = uniformConstant(g, other);
    if (factor !== null && sameShape(base.shape, result.shape)) return { base, factor };
  }
  return null;
}

type UsedOnce = (position: number) => boolean;

function simplifyArithmetic(g: Graph, op: Op, inputs: readonly Tensor[], once: UsedOnce): Tensor | null {
  const [a, b] = inputs;
  if (!a || op.outputs.length !== 1) return null;
  const { spec } = op;
  switch (spec.kind) {
    case 'neg':
      return scale(g, a, -1, once(0));
    case 'mul': {
      if (!b) return null;
      const shape = broadcastShapes(a.shape, b.shape);
      const constant = constantFactor(g, inputs, { shape });
      if (constant?.factor === 1) return constant.base;
      if (constant && a.dtype === 'f32') {
        return scale(g, constant.base, constant.factor, once(constant.base === a ? 0 : 1));
      }
      return null;
    }
    case 'div':
      return b && isNeutral(g, a, b, 1) ? a : null;
    case 'add': {
      if (!b) return null;
      if (isNeutral(g, a, b, 0)) return a;
      if (isNeutral(g, b, a, 0)) return b;
      const negatedB = negated(g, b);
      if (negatedB) return g.sub(a, negatedB);
      const negatedA = negated(g, a);
      return negatedA ? g.sub(b, negatedA) : null;
    }
    case 'sub': {
      if (!b) return null;
      if (isNeutral(g, a, b, 0)) return a;
      const negatedB = negated(g, b);
      return negatedB ? g.add(a, negatedB) : null;
    }
    case 'reduceSum':
    case 'reduceMean': {
      const inner = scaled(g, a);
      if (inner) return g.mul(g[spec.kind](inner.base, spec.axes, spec), inner.factor);
      return null;
    }
    case 'matmul': {
      if (!b) return null;
      const [left, right] = [scaled(g, a), scaled(g, b)];
      if (!left && !right) return null;
      const alpha = spec.alpha * (left?.factor ?? 1) * (right?.factor ?? 1);
      return Number.isFinite(alpha) ? g.matmul(left?.base ?? a, right?.base ?? b, { ...spec, alpha }) : null;
    }
    default:
      return null;
  }
}

function negated(g: Graph, x: Tensor): Tensor | null {
  const inner = scaled(g, x);
  return inner?.factor === -1 ? inner.base : null;
}

/** Whether `constant` holds `neutral` everywhere and adds no axes to x. */
function isNeutral(g: Graph, x: Tensor, constant: Tensor, neutral: number): boolean {
  return (
    uniformConstant(g, constant) === neutral && sameShape(broadcastShapes(x.shape, constant.shape), x.shape)
  );
}

/**
 * x * factor where x is itself a product that nobody else reads, or a scaled value: one pass less. Null where nothing is
 * saved.
 */
function scale(g: Graph, x: Tensor, factor: number, usedOnce: boolean): Tensor | null {
  const inner = scaled(g, x);
  if (inner) {
    const product = inner.factor * factor;
    return product === 1 ? inner.base : g.mul(inner.base, product);
  }
  const op = g.producer(x);
  if (!op || !usedOnce) return null;
  const [a, b] = op.inputs.map((id) => g.tensor(id));
  if (!a || !b) return null;
  if (op.spec.kind === 'matmul') {
    return g.matmul(a, b, { ...op.spec, alpha: op.spec.alpha * factor });
  }
  if (op.spec.kind !== 'mul') return null;
  const [small, large] = sizeOf(a.shape) < sizeOf(b.shape) ? [a, b] : [b, a];
  const helps = sizeOf(small.shape) < sizeOf(x.shape) || cheapToScale(g, large) || cheapToScale(g, small);
  if (!helps) return null;
  return cheapToScale(g, large) && sizeOf(small.shape) === sizeOf(x.shape)
    ? g.mul(g.mul(large, factor), small)
    : g.mul(large, g.mul(small, factor));
}

/** A matrix product that only one operation reads takes a factor for nothing, in the next round of this pass. */
function cheapToScale(g: Graph, x: Tensor): boolean {
  return g.producer(x)?.spec.kind === 'matmul' && g.consumers(x).length <= 1;
}
