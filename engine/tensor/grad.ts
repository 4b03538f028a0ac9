import { ShuuraiError } from '../core/errors.ts';
import type { Graph, Tensor } from './builder.ts';
import { materialise } from './cotangent.ts';
import type { Op, ValueId } from './ir.ts';
import { definitionOf } from './registry.ts';
import { printShape, sizeOf } from './shape.ts';

/** A cotangent of one range of one axis, made by a slice. */
interface Piece {
  readonly axis: number;
  readonly start: number;
  readonly end: number;
  readonly cotangent: Tensor;
}

interface Contributions {
  readonly whole: Tensor[];
  readonly pieces: Piece[];
}

/**
 * Reverse-mode differentiation inside the graph (Griewank & Walther 2008, Evaluating Derivatives, chapter 3): the
 * gradients of the sum of `loss` with respect to each of `wrt`, of their shapes. A value on which the loss does not
 * depend gets zeros. The new operations carry the source of the operation they differentiate.
 */
export function grad(g: Graph, loss: Tensor, wrt: readonly Tensor[]): Tensor[] {
  if (loss.dtype !== 'f32' || loss.shape.length > 1) {
    throw new ShuuraiError(
      'internal',
      `In the program "${g.name}", only a scalar or a vector of f32 can be differentiated, not ${loss.dtype}${printShape(loss.shape)}; sum it first.`,
    );
  }
  const ops = [...g.ops()];
  const active = activeValues(ops, wrt);
  const contributions = new Map<ValueId, Contributions>();
  const seed = g.scalar(1);
  contributions.set(loss.id, { whole: [loss.shape.length === 0 ? seed : g.reshape(seed, [1])], pieces: [] });

  const settled = new Map<ValueId, Tensor>();
  const settle = (tensor: Tensor): Tensor | undefined => {
    const known = settled.get(tensor.id);
    const waiting = contributions.get(tensor.id);
    if (known || !waiting) return known;
    const total = accumulate(g, tensor, waiting);
    settled.set(tensor.id, total);
    return total;
  };

  for (const op of ops.reverse()) {
    const needs = op.inputs.map((id) => active.has(id));
    const outputs = op.outputs.map((id) => g.tensor(id));
    if (!outputs.some((output) => active.has(output.id) && contributions.has(output.id))) continue;
    g.withSource(op.source, () => {
      const cotangents = outputs.map(settle);
      const inputs = op.inputs.map((id) => g.tensor(id));
      const piece = slicePiece(op, inputs[0], cotangents[0]);
      const gradients = piece
        ? [piece.cotangent]
        : definitionOf(op.spec).gradient({ g, spec: op.spec, inputs, outputs, cotangents, needs });
      op.inputs.forEach((id, i) => {
        const gradient = gradients[i];
        if (!gradient || !needs[i]) return;
        const entry = contributions.get(id) ?? { whole: [], pieces: [] };
        contributions.set(id, entry);
        if (piece) entry.pieces.push(piece);
        else entry.whole.push(gradient);
      });
    });
  }
  return wrt.map((tensor) => {
    const total = settle(tensor);
    return total ? materialise(g, total, tensor.shape) : g.fill(0, tensor.shape);
  });
}

/** The values that depend differentiably on one of `wrt`. */
function activeValues(ops: readonly Op[], wrt: readonly Tensor[]): Set<ValueId> {
  const active = new Set(wrt.map((tensor) => tensor.id));
  for (const op of ops) {
    if (op.spec.kind === 'stopGradient' || !op.inputs.some((id) => active.has(id))) continue;
    for (const id of op.outputs) active.add(id);
  }
  return active;
}

/** The cotangent of a slice along a single axis, as a piece of its input's. */
function slicePiece(op: Op, input: Tensor | undefined, cotangent: Tensor | undefined): Piece | null {
  if (op.spec.kind !== 'slice' || !input || !cotangent) return null;
  const { starts, ends } = op.spec;
  const cut = input.shape.flatMap((size, axis) => (starts[axis] === 0 && ends[axis] === size ? [] : [axis]));
  const [axis] = cut;
  if (axis === undefined || cut.length > 1) return null;
  return { axis, start: starts[axis] ?? 0, end: ends[axis] ?? 0, cotangent };
}

function accumulate(g: Graph, tensor: Tensor, { whole, pieces }: Contributions): Tensor {
  const parts = [...whole, ...joinPieces(g, tensor, pieces)];
  // Contributions that are constant along an axis are added first, while they are small.
  parts.sort((a, b) => sizeOf(a.shape) - sizeOf(b.shape));
  return parts.reduce((sum, part) => g.add(sum, part));
}

/** Pieces that lie side by side become one concat (with zeros in the gaps) instead of a padded sum of each. */
function joinPieces(g: Graph, tensor: Tensor, pieces: readonly Piece[]): Tensor[] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.axis - b.axis || a.start - b.start)) {
    const row = rows.find((candidate) => {
      const last = candidate.at(-1);
      return last?.axis === piece.axis && last.end <= piece.start;
    });
    if (row) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => joinRow(g, tensor, row));
}

function joinRow(g: Graph, tensor: Tensor, row: readonly Piece[]): Tensor {
  const axis = row[0]?.axis ?? 0;
  const cut = (count: number): number[] => tensor.shape.map((size, a) => (a === axis ? count : size));
  const parts: Tensor[] = [];
  let position = 0;
  for (const piece of row) {
    if (piece.start > position) parts.push(g.fill(0, cut(piece.start - position)));
    parts.push(materialise(g, piece.cotangent, cut(piece.end - piece.start)));
    position = piece.end;
  }
  const size = tensor.shape[axis] ?? 1;
  if (position < size) parts.push(g.fill(0, cut(size - position)));
  return g.concat(parts, axis);
}
