import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** Canvas units between the lines of the grid, as its dots show. */
export const GRID = 22;
/** Below this zoom a node's text cannot be read. */
export const FAR = 0.38;
/** The side of the glyph that is seen instead, in canvas units. */
export const FACE_GLYPH = 34;
/** Below this one not even its name, as large as the node. */
export const FARTHER = 0.11;

/** Farther nobody goes; two thousand nodes are still whole. */
export const FARTHEST = 0.02;

interface CanvasSettings {
  /** While nodes are dragged they snap to the edges and centres of others. */
  readonly guides: boolean;
  /** Nodes stay on the grid. */
  readonly grid: boolean;
}

/** How the canvas behaves, remembered by the browser. */
export const useCanvasSettings = create<CanvasSettings>()(
  persist((): CanvasSettings => ({ guides: true, grid: false }), { name: 'shuurai.canvas' }),
);
