import type { SpecOf } from '../../specOf.ts';
import { arg, argInfo, type EmitContext, type EmitterTable } from './context.ts';

type Reduction = 'reduceSum' | 'reduceMean' | 'reduceMax';
type Normalising = 'softmax' | 'logSoftmax' | 'layerNorm';

function reduction(opType: string) {
  return (context: EmitContext, spec: SpecOf<Reduction>): void => {
    const { graph } = context;
    graph.node(opType, [arg(context, 0), graph.longs(spec.axes)], {
      attributes: { keepdims: { int: spec.keepDims ? 1 : 0 } },
      outputs: [context.result()],
    });
  };
}

/** ONNX normalises along the last axis by default in opset 13 and later; said explicitly all the same. */
const lastAxis = { axis: { int: -1 } } as const;

export const reduce: EmitterTable<Reduction | Normalising | 'argMax'> = {
  reduceSum: reduction('ReduceSum'),
  reduceMean: reduction('ReduceMean'),
  reduceMax: reduction('ReduceMax'),

  softmax: (context) => {
    context.graph.node('Softmax', [arg(context, 0)], { attributes: lastAxis, outputs: [context.result()] });
  },
  logSoftmax: (context) => {
    context.graph.node('LogSoftmax', [arg(context, 0)], {
      attributes: lastAxis,
      outputs: [context.result()],
    });
  },
  layerNorm: (context, spec) => {
    const { graph } = context;
    const width = argInfo(context, 0).shape.at(-1) ?? 1;
    const ones = graph.ones(width);
    // The second output is the mean, which nobody needs.
    graph.node('LayerNormalization', [arg(context, 0), ones], {
      attributes: { ...lastAxis, epsilon: { float: spec.epsilon } },
      outputs: [context.result(0), '', context.result(1)],
    });
  },
  argMax: (context) => {
    const { graph } = context;
    const index = graph.node('ArgMax', [arg(context, 0)], {
      attributes: { ...lastAxis, keepdims: { int: 0 }, select_last_index: { int: 0 } },
    });
    graph.node('Cast', [index], { attributes: { to: { int: 6 } }, outputs: [context.result()] });
  },
};
