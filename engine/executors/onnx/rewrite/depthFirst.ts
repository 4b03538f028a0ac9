import type { Op, Program, ValueId } from '../../../tensor/ir.ts';
import { elementCount, valueInfo } from '../../inputs.ts';

/** Values of fewer elements are found again in the cache, whenever they are read. */
const LARGE = 1 << 14;

/** Operations on the longest way from each to the end of the program. */
function distances(
  ops: readonly Op[],
  readers: ReadonlyMap<ValueId, readonly Op[]>,
): ReadonlyMap<Op, number> {
  const known = new Map<Op, number>();
  for (const op of ops.toReversed()) {
    const after = op.outputs
      .flatMap((value) => readers.get(value) ?? [])
      .map((reader) => known.get(reader) ?? 0);
    known.set(op, 1 + Math.max(0, ...after));
  }
  return known;
}

function readersOf(ops: readonly Op[]): ReadonlyMap<ValueId, readonly Op[]> {
  const readers = new Map<ValueId, Op[]>();
  for (const op of ops) {
    for (const value of new Set(op.inputs)) {
      const known = readers.get(value);
      if (known === undefined) readers.set(value, [op]);
      else known.push(op);
    }
  }
  return readers;
}

/**
 * The same program in an order in which large values are read while they are in the cache: each operation as late as
 * something needs it, but as soon as a large operand is computed and nothing else is missing; of several, those first
 * that lead nowhere far (the gradient of a weight before what goes on with the chain).
 */
export function depthFirst(program: Program, large = LARGE): Program {
  const makers = new Map(program.ops.flatMap((op) => op.outputs.map((value) => [value, op])));
  const readers = readersOf(program.ops);
  const distance = distances(program.ops, readers);
  // Constants are no nodes: they are there from the beginning.
  const order = program.ops.filter((op) => op.spec.kind === 'constant');
  const done = new Set<Op>(order);
  const isDone = (value: ValueId): boolean => {
    const maker = makers.get(value);
    return maker === undefined || done.has(maker);
  };

  const pending: Op[] = [];
  const finish = (first: Op): void => {
    const ready = [first];
    for (let op = ready.pop(); op !== undefined; op = ready.pop()) {
      if (done.has(op)) continue;
      done.add(op);
      order.push(op);
      const next = op.outputs
        .filter((value) => elementCount(valueInfo(program, value).shape) >= large)
        .flatMap((value) => readers.get(value) ?? [])
        .filter((reader) => !done.has(reader) && reader.inputs.every(isDone));
      next.sort((a, b) => (distance.get(b) ?? 0) - (distance.get(a) ?? 0));
      ready.push(...next);
    }
  };
  const demand = (value: ValueId): void => {
    const maker = makers.get(value);
    if (maker !== undefined && !done.has(maker)) pending.push(maker);
  };
  const wanted = [
    ...program.updates.map(({ output }) => output),
    ...program.outputs.map(({ value }) => value),
  ];
  for (const value of wanted) {
    demand(value);
    for (let op = pending.at(-1); op !== undefined; op = pending.at(-1)) {
      const missing = op.inputs.find((input) => !isDone(input));
      if (missing !== undefined) demand(missing);
      else {
        pending.pop();
        finish(op);
      }
    }
  }
  return { ...program, ops: order };
}
