export interface UniqueRows {
  /** [N, U] */
  readonly uniqueIds: Int32Array;
  /** [N] */
  readonly uniqueCount: Int32Array;
  /** [N, I] */
  readonly inverse: Int32Array;
}

/**
 * The inputs of `rowLeaf` for token ids [N, I] of a table with `rows` rows: each fish's distinct ids in the order of
 * their first appearance, filled up to U = min(I, rows) with the lowest rows it does not use.
 *
 * A new set of arrays at each call; O(N (I + rows)).
 */
export function uniqueRows(ids: Int32Array, fish: number, rows: number): UniqueRows {
  const perFish = ids.length / fish;
  const width = Math.min(perFish, rows);
  const result = {
    uniqueIds: new Int32Array(fish * width),
    uniqueCount: new Int32Array(fish),
    inverse: new Int32Array(ids.length),
  };
  const place = new Int32Array(rows);
  for (let n = 0; n < fish; n++) {
    place.fill(-1);
    let count = 0;
    for (let i = n * perFish; i < (n + 1) * perFish; i++) {
      const id = ids[i] ?? 0;
      let at = place[id] ?? -1;
      if (at < 0) {
        at = count++;
        place[id] = at;
        result.uniqueIds[n * width + at] = id;
      }
      result.inverse[i] = at;
    }
    result.uniqueCount[n] = count;
    for (let row = 0, at = count; at < width; row++) {
      if (place[row] === -1) result.uniqueIds[n * width + at++] = row;
    }
  }
  return result;
}
