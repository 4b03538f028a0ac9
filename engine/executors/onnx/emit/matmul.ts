import { MICROSOFT } from '../graph.ts';
import { arg, type EmitterTable } from './context.ts';

export const matmul: EmitterTable<'matmul'> = {
  matmul: (context, spec) => {
    context.graph.node('FusedMatMul', [arg(context, 0), arg(context, 1)], {
      domain: MICROSOFT,
      attributes: {
        transA: { int: spec.transA ? 1 : 0 },
        transB: { int: spec.transB ? 1 : 0 },
        alpha: { float: spec.alpha },
      },
      outputs: [context.result()],
    });
  },
};
