import { kindOf } from '#engine/nodes/registry.ts';

/** Silhouettes on 18 x 12, filled with the current colour. */
const SHAPES = {
  dataset:
    'M3 1h12a2 2 0 0 1 2 2v1H1V3a2 2 0 0 1 2-2ZM1 5h7v2.5H1ZM9 5h8v2.5H9ZM1 8.5h7V11H3a2 2 0 0 1-2-2ZM9 8.5h8V9a2 2 0 0 1-2 2H9Z',
  shard: 'M1 1.5h5l-1.5 9H1ZM7 1.5h4.5l-1.5 9H5.5ZM12.5 1.5H17v9h-6Z',
  decide: 'M1.5 1h15L11 6.5V10l-4 1.5v-5Z',
  talk: 'M9 0.5a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4ZM3.5 7a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4ZM14.5 7a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4Z',
  fault: 'M10.5 0 4 6.8h4L6.5 12 14 4.8H9.5Z',
  probe:
    'M8 .8a4.7 4.7 0 0 1 4 7.2l3.6 2.7-1.2 1.3-3.7-2.7A4.7 4.7 0 1 1 8 .8Zm0 2a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4Z',
  goal: 'M9 0a6 6 0 1 1 0 12A6 6 0 0 1 9 0Zm0 2.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6Zm0 2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Z',
  adapt: 'M9 0 11 3.5 15 3l-1.5 3L15 9l-4-.5L9 12 7 8.5 3 9l1.5-3L3 3l4 .5Z',
  unknown: 'M5 1h8a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2Z',
} as const;

/** The outline of a kind of node: its own, its family's, or a plain one. Fish have a glyph of their own. */
export function kindShape(kind: string): string {
  const shapes: Readonly<Record<string, string>> = SHAPES;
  return shapes[kind] ?? shapes[kindOf(kind)?.family ?? 'unknown'] ?? SHAPES.unknown;
}
