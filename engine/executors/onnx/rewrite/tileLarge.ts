import type { ProgramEditor } from './programEditor.ts';
import type { TileSizes } from './tiling/regions.ts';
import { tile } from './tiling/tiler.ts';

export interface TileSettings {
  /** Along the first axis: fish by fish, or a few fish at a time. */
  readonly fish: TileSizes;
  /** Then along the rows of each of these tiles. */
  readonly rows: TileSizes;
}

/**
 * Fish by fish where an activation of all has more than 1 MB (f32), so that the largest of a tile has at most that. Then
 * by rows of 512 KB, but not the optimizer, whose arrays need no products. 64 fish of two layers are 16 tiles, so that their
 * graph still loads in a second.
 */
const DEFAULT_SETTINGS: TileSettings = {
  fish: { large: 1 << 18, tile: 1 << 18, operations: 6000, productsOnly: false },
  rows: { large: 1 << 15, tile: 1 << 17, operations: 6000, productsOnly: true },
};

/**
 * Computes activations a fish at a time, and of a fish some texts at a time, from the embedding through the loss to the
 * gradients: a tile's operands are found in the cache, not in memory. What the tiles have in common (weights) is shared,
 * and what sums over them (gradients of weights) is added up. `depthFirst` then puts the operations in the order in which
 * one tile is finished before the next begins.
 */
export function tileLarge(editor: ProgramEditor, settings: TileSettings = DEFAULT_SETTINGS): void {
  tile(editor, settings.fish);
  tile(editor, settings.rows);
}
