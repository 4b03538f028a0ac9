import type { Graph, Tensor } from '#engine/tensor/builder.ts';

/** Which mates a fish moves away from, goes along with and approaches: the mates' weights [N, K] by zone; rows sum to at most 1. */
export interface Zones {
  readonly repulsion: Tensor;
  readonly orientation: Tensor;
  readonly attraction: Tensor;
}

/**
 * Zones around each fish (Couzin, Krause, James, Ruxton & Franks 2002, "Collective memory and spatial sorting in animal
 * groups", section 2.1), by distance of predictions: a mate nearer than the first radius repels; if there is any, the fish does
 * nothing else (avoidance has priority). Else it orients itself by mates nearer than the second radius and is drawn to those
 * nearer than the third; farther ones it does not see. The paper has bodies in space; here the distance of two fish is
 * d = sqrt(mean over rows of |p_i - p_j|^2 / 2), from 0 (they agree in everything) to 1 (both are sure, of different classes).
 * Distances are constants to the gradient.
 *
 * @param said p_i, [N, R, C]. @param spoken of the shoal, [K, R C]. @param seen share of each row, [R].
 * @param mates [N, K]. @param radii [N, 3], ascending.
 */
export function zones(
  g: Graph,
  said: Tensor,
  spoken: Tensor,
  seen: Tensor,
  mates: Tensor,
  radii: Tensor,
): Zones {
  const [fish = 1, rows = 1, outputs = 1] = said.shape;
  const [shoal = 1] = spoken.shape;
  const own = g.stopGradient(said);
  const share = g.reshape(seen, [1, rows, 1]);
  const weighted = g.mul(own, share); // [N, R, C]
  const cross = g.matmul(g.reshape(weighted, [fish, rows * outputs]), g.transpose(spoken, [1, 0])); // [N, K]
  const ownSquare = g.reshape(g.reduceSum(g.mul(weighted, own), [1, 2]), [fish, 1]);
  const others = g.reshape(spoken, [shoal, rows, outputs]);
  const otherSquare = g.reshape(g.reduceSum(g.mul(g.mul(others, share), others), [1, 2]), [1, shoal]);
  const square = g.mul(g.sub(g.add(ownSquare, otherSquare), g.mul(cross, 2)), 0.5); // d^2, [N, K]
  const within = (zone: number): Tensor => {
    const radius = g.sliceAxis(radii, 1, zone, zone + 1); // [N, 1]
    return g.cast(g.less(square, g.mul(radius, radius)), 'f32');
  };
  const [near, middle, far] = [within(0), within(1), within(2)];
  const repulsion = g.mul(mates, near);
  const crowded = g.greater(g.reduceSum(repulsion, [1], { keepDims: true }), 0); // [N, 1]
  const free = g.where(crowded, g.fill(0, [fish, shoal]), mates);
  return {
    repulsion,
    orientation: g.mul(free, middle),
    attraction: g.mul(free, g.mul(far, g.sub(1, middle))),
  };
}
