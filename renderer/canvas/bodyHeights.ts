/** A body of a kind that was never drawn yet. */
const USUAL = 45;

const heights = new Map<string, number>();

/** Remembers how high what stands under the title of a kind of node is, as drawn. */
export const keepBodyHeight = (kind: string, height: number): void => void heights.set(kind, height);

export const isBodyHeightKnown = (kind: string): boolean => heights.has(kind);

/** The height that a node keeps for its insides until they are drawn, so that it is as high then as before. */
export const bodyHeight = (kind: string): number => heights.get(kind) ?? USUAL;
