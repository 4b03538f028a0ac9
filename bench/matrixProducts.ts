import { Graph } from '#engine/tensor/builder.ts';
import { costOf } from '#engine/tensor/cost.ts';
import type { Program, Shape, TensorData } from '#engine/tensor/ir.ts';
import { sizeOf } from '#engine/tensor/shape.ts';
import { BATCH, FISH, TOKENS } from './school.ts';

export interface MatrixProduct {
  readonly name: string;
  readonly program: Program;
  readonly inputs: Readonly<Record<string, TensorData>>;
  readonly flops: number;
}

function product(
  name: string,
  a: Shape,
  b: Shape,
  options: { transA?: boolean; transB?: boolean } = {},
): MatrixProduct {
  const g = new Graph(name);
  g.output('y', g.matmul(g.input('a', 'data', 'f32', a), g.input('b', 'data', 'f32', b), options));
  const program = g.build();
  return {
    name,
    program,
    inputs: { a: new Float32Array(sizeOf(a)).fill(0.5), b: new Float32Array(sizeOf(b)).fill(0.5) },
    flops: costOf(program).matmulFlops,
  };
}

/** The machine's practical limit, as the design defines it. */
export const referenceProduct = (): MatrixProduct =>
  product('1024 x 1024 x 1024', [1024, 1024], [1024, 1024]);

/** The shapes of which a step of the school consists. */
export function stepProducts(): MatrixProduct[] {
  const [rows, width, hidden, heads] = [BATCH * TOKENS, 64, 256, 4];
  const texts = FISH * BATCH;
  const head = width / heads;
  return [
    product('projection  x W', [FISH, rows, width], [FISH, width, width]),
    product('hidden      x W', [FISH, rows, width], [FISH, width, hidden]),
    product('hidden back dy W^T', [FISH, rows, hidden], [FISH, width, hidden], { transB: true }),
    product('hidden grad x^T dy', [FISH, rows, width], [FISH, rows, hidden], { transA: true }),
    product('scores      q^T k', [texts, heads, head, TOKENS], [texts, heads, head, TOKENS], {
      transA: true,
    }),
    product('attention   v p^T', [texts, heads, head, TOKENS], [texts, heads, TOKENS, TOKENS], {
      transB: true,
    }),
  ];
}
