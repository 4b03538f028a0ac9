import { tf } from '../tf.ts';
import { arg, type EvaluatorTable } from './evaluator.ts';

type Layout =
  | 'constant'
  | 'transpose'
  | 'reshape'
  | 'slice'
  | 'concat'
  | 'broadcast'
  | 'cast'
  | 'stopGradient';

export const TF_DTYPE = { f32: 'float32', i32: 'int32', bool: 'bool' } as const;

export const layout: EvaluatorTable<Layout> = {
  constant: (_, spec) => tf.tensor(spec.data, [...spec.shape], TF_DTYPE[spec.dtype]),
  transpose: (context, spec) => tf.transpose(arg(context, 0), [...spec.perm]),
  reshape: (context, spec) => tf.reshape(arg(context, 0), [...spec.shape]),
  slice: (context, spec) =>
    tf.slice(
      arg(context, 0),
      [...spec.starts],
      spec.ends.map((end, axis) => end - (spec.starts[axis] ?? 0)),
    ),
  concat: (context, spec) => tf.concat([...context.args], spec.axis),
  broadcast: (context, spec) => tf.broadcastTo(arg(context, 0), [...spec.shape]),
  cast: (context, spec) => {
    // The wasm kernel casts to bool by cutting off the fraction, which makes 0.5 false.
    if (spec.to === 'bool') return tf.notEqual(arg(context, 0), 0);
    return tf.cast(arg(context, 0), TF_DTYPE[spec.to]);
  },
  stopGradient: (context) => tf.clone(arg(context, 0)),
};
