import { ELEMENT_TYPE } from '../proto.ts';
import { arg, argInfo, type EmitterTable, resultInfo, sameShape } from './context.ts';

type Shaping =
  | 'constant'
  | 'transpose'
  | 'reshape'
  | 'slice'
  | 'concat'
  | 'broadcast'
  | 'cast'
  | 'stopGradient';

export const shape: EmitterTable<Shaping> = {
  constant: (context, spec) => {
    context.graph.tensor(spec.dtype, spec.shape, spec.data, context.result());
  },
  transpose: (context, spec) => {
    if (spec.perm.every((axis, position) => axis === position)) {
      context.alias();
      return;
    }
    context.graph.node('Transpose', [arg(context, 0)], {
      attributes: { perm: { ints: spec.perm } },
      outputs: [context.result()],
    });
  },
  reshape: (context, spec) => {
    if (sameShape(argInfo(context, 0).shape, spec.shape)) context.alias();
    else context.graph.reshape(arg(context, 0), spec.shape, context.result());
  },
  slice: (context, spec) => {
    const { graph } = context;
    const from = argInfo(context, 0).shape;
    const axes = from
      .map((_, axis) => axis)
      .filter((axis) => {
        return spec.starts[axis] !== 0 || spec.ends[axis] !== from[axis];
      });
    if (axes.length === 0) {
      context.alias();
      return;
    }
    const pick = (values: readonly number[]): string => graph.longs(axes.map((axis) => values[axis] ?? 0));
    graph.node('Slice', [arg(context, 0), pick(spec.starts), pick(spec.ends), graph.longs(axes)], {
      outputs: [context.result()],
    });
  },
  concat: (context, spec) => {
    context.graph.node('Concat', context.args, {
      attributes: { axis: { int: spec.axis } },
      outputs: [context.result()],
    });
  },
  broadcast: (context, spec) => {
    if (sameShape(argInfo(context, 0).shape, spec.shape)) {
      context.alias();
      return;
    }
    context.graph.node('Expand', [arg(context, 0), context.graph.longs(spec.shape)], {
      outputs: [context.result()],
    });
  },
  cast: (context, spec) => {
    if (argInfo(context, 0).dtype === spec.to) {
      context.alias();
      return;
    }
    context.graph.node('Cast', [arg(context, 0)], {
      attributes: { to: { int: ELEMENT_TYPE[resultInfo(context).dtype] } },
      outputs: [context.result()],
    });
  },
  stopGradient: (context) => context.alias(),
};
