import { materialise } from '../cotangent.ts';
import { type InputGradients, noFlops, noGradient, type OpDefinition, totalSize } from '../definition.ts';
import type { Shape, ValueInfo } from '../ir.ts';
import { expectDType, expectInputs, printShape, sameShape, violate } from '../shape.ts';

// Ids must lie inside their axis. Executors need not check it: whoever makes the ids does.

function expectBatch(batchDims: 0 | 1, a: Shape, b: Shape): void {
  if (batchDims === 0) return;
  if (a.length === 0 || b.length === 0 || a[0] !== b[0]) {
    violate(`its leading axes differ: ${printShape(a)} and ${printShape(b)}`);
  }
}

export const gather: OpDefinition<'gather'> = {
  infer(spec, inputs) {
    const [table, ids] = expectInputs(inputs, 2);
    expectDType(table, 'f32', 'i32');
    expectDType(ids, 'i32');
    if (table.shape.length <= spec.batchDims) violate(`its table ${printShape(table.shape)} has no rows`);
    expectBatch(spec.batchDims, table.shape, ids.shape);
    return [{ dtype: table.dtype, shape: [...ids.shape, ...table.shape.slice(spec.batchDims + 1)] }];
  },
  gradient(context): InputGradients {
    const { g, spec, inputs, outputs, cotangents, needs } = context;
    const [table, ids] = inputs;
    const [y] = outputs;
    const [dy] = cotangents;
    if (!table || !ids || !y || !dy || !needs[0]) return noGradient(context);
    const rows = table.shape[spec.batchDims] ?? 1;
    return [g.scatterAdd(ids, materialise(g, dy, y.shape), { batchDims: spec.batchDims, rows }), undefined];
  },
  flops: noFlops,
};

export const scatterAdd: OpDefinition<'scatterAdd'> = {
  infer(spec, inputs) {
    const [ids, updates] = expectInputs(inputs, 2);
    expectDType(ids, 'i32');
    expectDType(updates, 'f32');
    if (!Number.isSafeInteger(spec.rows) || spec.rows < 1) violate(`it has ${spec.rows} rows`);
    const lead = updates.shape.slice(0, ids.shape.length);
    if (ids.shape.length < spec.batchDims || !sameShape(lead, ids.shape)) {
      violate(`its updates ${printShape(updates.shape)} do not start with the ids' ${printShape(ids.shape)}`);
    }
    const rest = updates.shape.slice(ids.shape.length);
    return [{ dtype: 'f32', shape: [...ids.shape.slice(0, spec.batchDims), spec.rows, ...rest] }];
  },
  gradient(context): InputGradients {
    const { g, spec, inputs, outputs, cotangents } = context;
    const [ids] = inputs;
    const [y] = outputs;
    const [dy] = cotangents;
    if (!ids || !y || !dy) return noGradient(context);
    return [undefined, g.gather(materialise(g, dy, y.shape), ids, { batchDims: spec.batchDims })];
  },
  flops: (_spec, inputs) => totalSize(inputs.slice(1)),
};

export const scatterRows: OpDefinition<'scatterRows'> = {
  infer(_spec, inputs) {
    const [table, ids, rows] = expectInputs(inputs, 3);
    expectDType(table, 'f32');
    expectDType(ids, 'i32');
    expectDType(rows, 'f32');
    const [n = 0, v = 0, d = 0] = table.shape;
    const [idsN, u = 0] = ids.shape;
    if (
      table.shape.length !== 3 ||
      ids.shape.length !== 2 ||
      idsN !== n ||
      !sameShape(rows.shape, [n, u, d])
    ) {
      violate(
        `it takes table [N, V, D], ids [N, U] and rows [N, U, D], not ${inputs.map((x) => printShape(x.shape)).join(', ')}`,
      );
    }
    if (u > v) violate(`${u} distinct rows cannot come from a table of ${v}`);
    return [table];
  },
  gradient(context): InputGradients {
    const { g, inputs, outputs, cotangents, needs } = context;
    const [, ids, rows] = inputs;
    const [y] = outputs;
    if (!ids || !rows || !y || !cotangents[0]) return noGradient(context);
    const dy = materialise(g, cotangents[0], y.shape);
    return [
      needs[0] ? g.scatterRows(dy, ids, g.fill(0, rows.shape)) : undefined,
      undefined,
      needs[2] ? g.gather(dy, ids, { batchDims: 1 }) : undefined,
    ];
  },
  flops: noFlops,
};

function expectElementIds(x: ValueInfo, ids: ValueInfo): void {
  expectDType(ids, 'i32');
  if (x.shape.length === 0 || !sameShape(x.shape.slice(0, -1), ids.shape)) {
    violate(`its ids ${printShape(ids.shape)} are not one for each row of ${printShape(x.shape)}`);
  }
}

export const takeAlong: OpDefinition<'takeAlong'> = {
  infer(_spec, inputs) {
    const [x, ids] = expectInputs(inputs, 2);
    expectDType(x, 'f32', 'i32');
    expectElementIds(x, ids);
    return [{ dtype: x.dtype, shape: ids.shape }];
  },
  // One scaled one-hot row for each id; logSoftmax's rule recognises this form.
  gradient(context): InputGradients {
    const { g, inputs, cotangents } = context;
    const [x, ids] = inputs;
    const [dy] = cotangents;
    if (!x || !ids || !dy) return noGradient(context);
    const scale = g.reshape(dy, [...dy.shape, 1]);
    return [g.mul(g.oneHot(ids, x.shape.at(-1) ?? 1), scale), undefined];
  },
  flops: noFlops,
};

export const oneHot: OpDefinition<'oneHot'> = {
  infer(spec, inputs) {
    const [ids] = expectInputs(inputs, 1);
    expectDType(ids, 'i32');
    if (!Number.isSafeInteger(spec.depth) || spec.depth < 1) violate(`its depth is ${spec.depth}`);
    return [{ dtype: 'f32', shape: [...ids.shape, spec.depth] }];
  },
  gradient: noGradient,
  flops: noFlops,
};
