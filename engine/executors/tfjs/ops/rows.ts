import type { Tensor } from '@tensorflow/tfjs-core';
import { elementCount } from '../../inputs.ts';
import { tf } from '../tf.ts';
import { arg, argShape, type EvaluateContext, type EvaluatorTable, resultShape } from './evaluator.ts';

type Rows =
  | 'matmul'
  | 'reduceSum'
  | 'reduceMean'
  | 'reduceMax'
  | 'softmax'
  | 'logSoftmax'
  | 'layerNorm'
  | 'gather'
  | 'scatterAdd'
  | 'scatterRows'
  | 'takeAlong'
  | 'oneHot'
  | 'argMax';

/** ids [N, I...] of N tables of `rows` rows -> ids into the one table they make when joined. */
function flatIds(context: EvaluateContext, index: number, rows: number): Tensor {
  const shape = argShape(context, index);
  const n = shape[0] ?? 1;
  const offsets = tf.tensor(
    Int32Array.from({ length: n }, (_, i) => i * rows),
    shape.map((_, axis) => (axis === 0 ? n : 1)),
    'int32',
  );
  return tf.add(arg(context, index), offsets);
}

/** With equal batch axes, because the wasm kernel pairs batches by counting, which is wrong for [2, 1] with [1, 3]. */
function broadcastBatch(tensor: Tensor, batch: readonly number[]): Tensor {
  return tf.broadcastTo(tensor, [...batch, ...tensor.shape.slice(-2)]);
}

export const rows: EvaluatorTable<Rows> = {
  matmul: (context, spec) => {
    const batch = resultShape(context).slice(0, -2);
    const [a, b] = [broadcastBatch(arg(context, 0), batch), broadcastBatch(arg(context, 1), batch)];
    const product = tf.matMul(a, b, spec.transA, spec.transB);
    return spec.alpha === 1 ? product : tf.mul(product, spec.alpha);
  },
  reduceSum: (context, spec) => tf.sum(arg(context, 0), [...spec.axes], spec.keepDims),
  reduceMean: (context, spec) => tf.mean(arg(context, 0), [...spec.axes], spec.keepDims),
  reduceMax: (context, spec) => tf.max(arg(context, 0), [...spec.axes], spec.keepDims),
  softmax: (context) => tf.softmax(arg(context, 0)),
  logSoftmax: (context) => tf.logSoftmax(arg(context, 0)),
  layerNorm: (context, spec) => {
    const x = arg(context, 0);
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const invStd = tf.rsqrt(tf.add(tf.mean(tf.mul(centred, centred), -1, true), spec.epsilon));
    return [tf.mul(centred, invStd), invStd];
  },
  gather: (context, spec) => {
    if (spec.batchDims === 0) return tf.gather(arg(context, 0), tf.cast(arg(context, 1), 'int32'));
    const [n = 1, count = 1, ...row] = argShape(context, 0);
    return tf.gather(tf.reshape(arg(context, 0), [n * count, ...row]), flatIds(context, 1, count));
  },
  scatterAdd: (context, spec) => {
    const idShape = argShape(context, 0);
    const count = elementCount(idShape);
    const row = argShape(context, 1).slice(idShape.length);
    const n = spec.batchDims === 1 ? (idShape[0] ?? 1) : 1;
    const ids = spec.batchDims === 1 ? flatIds(context, 0, spec.rows) : arg(context, 0);
    const updates = tf.reshape(arg(context, 1), [count, ...row]);
    const sum = tf.scatterND(tf.reshape(ids, [count, 1]), updates, [n * spec.rows, ...row]);
    return tf.reshape(sum, resultShape(context));
  },
  scatterRows: (context) => {
    const [n = 1, count = 1, ...row] = argShape(context, 0);
    const total = elementCount(argShape(context, 1));
    const table = tf.reshape(arg(context, 0), [n * count, ...row]);
    const indices = tf.reshape(flatIds(context, 1, count), [total, 1]);
    const replaced = tf.tensorScatterUpdate(table, indices, tf.reshape(arg(context, 2), [total, ...row]));
    return tf.reshape(replaced, resultShape(context));
  },
  takeAlong: (context) => {
    const width = argShape(context, 0).at(-1) ?? 1;
    const shape = argShape(context, 1);
    const total = elementCount(shape);
    const starts = tf.tensor(
      Int32Array.from({ length: total }, (_, i) => i * width),
      [total],
      'int32',
    );
    const ids = tf.add(tf.reshape(arg(context, 1), [total]), starts);
    return tf.reshape(tf.gather(tf.reshape(arg(context, 0), [total * width]), ids), shape);
  },
  oneHot: (context, spec) => {
    // The wasm kernel of OneHot writes integers into float32 tensors.
    const ids = tf.reshape(arg(context, 0), [...argShape(context, 0), 1]);
    return tf.cast(tf.equal(ids, tf.range(0, spec.depth, 1, 'int32')), 'float32');
  },
  argMax: (context) => tf.argMax(arg(context, 0), -1),
};
