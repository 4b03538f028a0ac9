import type { Graph, Tensor } from '#engine/tensor/builder.ts';

/** Constants of one length; made once a program. */
export interface RotaryTables {
  /** [T, d] */
  readonly cosine: Tensor;
  /** [T, d] */
  readonly sine: Tensor;
  /** [d, d]: x -> (-x2, x1), the two halves exchanged with one sign. */
  readonly quarterTurn: Tensor;
}

/**
 * Tables of rotary position embedding (RoFormer, Su et al. 2021, arXiv 2104.09864, equations 15 and 34), with number
 * i of a head paired with number i + d/2.
 */
export function rotaryTables(g: Graph, length: number, size: number): RotaryTables {
  const half = size / 2;
  const cosine = new Float32Array(length * size);
  const sine = new Float32Array(length * size);
  for (let position = 0; position < length; position++) {
    for (let i = 0; i < size; i++) {
      const angle = position * 10_000 ** (-(i % half) / half);
      cosine[position * size + i] = Math.cos(angle);
      sine[position * size + i] = Math.sin(angle);
    }
  }
  const quarterTurn = new Float32Array(size * size);
  for (let i = 0; i < half; i++) {
    quarterTurn[(i + half) * size + i] = -1;
    quarterTurn[i * size + i + half] = 1;
  }
  return {
    cosine: g.constant(cosine, [length, size]),
    sine: g.constant(sine, [length, size]),
    quarterTurn: g.constant(quarterTurn, [size, size]),
  };
}

/** Turns the pairs of every row by its position. x: [..., T, d]. The exchange of halves is a product: it is exact. */
export function rotate(g: Graph, x: Tensor, tables: RotaryTables): Tensor {
  const turned = g.matmul(x, tables.quarterTurn);
  return g.add(g.mul(x, tables.cosine), g.mul(turned, tables.sine));
}
