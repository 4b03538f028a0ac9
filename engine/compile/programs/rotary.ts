import type { Graph, Tensor } from '#engine/tensor/builder.ts';

/** Constants of one length; made once a program. */
export interface RotaryTables {
  /** [d, T] */
  readonly cosine: Tensor;
  /** [d, T] */
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
      cosine[i * length + position] = Math.cos(angle);
      sine[i * length + position] = Math.sin(angle);
    }
  }
  const quarterTurn = new Float32Array(size * size);
  for (let i = 0; i < half; i++) {
    quarterTurn[i * size + i + half] = -1;
    quarterTurn[(i + half) * size + i] = 1;
  }
  return {
    cosine: g.constant(cosine, [size, length]),
    sine: g.constant(sine, [size, length]),
    quarterTurn: g.constant(quarterTurn, [size, size]),
  };
}

/** Turns the pairs of every column by its position. x: [..., d, T]. The exchange of halves is a product: it is exact. */
export function rotate(g: Graph, x: Tensor, tables: RotaryTables): Tensor {
  const turned = g.matmul(tables.quarterTurn, x);
  return g.add(g.mul(x, tables.cosine), g.mul(turned, tables.sine));
}
