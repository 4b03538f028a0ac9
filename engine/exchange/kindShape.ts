import { kindOf } from '../nodes/registry.ts';

/** Silhouettes on 18 x 12, filled with the current colour. */
const SHAPES = {
  dataset:
    'M3 1h12a2 2 0 0 1 2 2v1H1V3a2 2 0 0 1 2-2ZM1 5h7v2.5H1ZM9 5h8v2.5H9ZM1 8.5h7V11H3a2 2 0 0 1-2-2ZM9 8.5h8V9a2 2 0 0 1-2 2H9Z',
  shard: 'M1 1.5h5l-1.5 9H1ZM7 1.5h4.5l-1.5 9H5.5ZM12.5 1.5H17v9h-6Z',
  decide: 'M1.5 1h15L11 6.5V10l-4 1.5v-5Z',
  fault: 'M10.5 0 4 6.8h4L6.5 12 14 4.8H9.5Z',
  probe:
    'M8 .8a4.7 4.7 0 0 1 4 7.2l3.6 2.7-1.2 1.3-3.7-2.7A4.7 4.7 0 1 1 8 .8Zm0 2a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4Z',
  goal: 'M9 0a6 6 0 1 1 0 12A6 6 0 0 1 9 0Zm0 2.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6Zm0 2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Z',
  /** Three nodes round a centre. */
  talk: 'M9 4.2a1.8 1.8 0 0 1 1.7 1.3l2.1-.9a1.9 1.9 0 1 1 .5 1.1l-2.4 1a1.8 1.8 0 0 1-.8 1l.5 1.2a1.5 1.5 0 1 1-1 .3L9 7.8a1.8 1.8 0 0 1-1.9-1.1l-2.4-1a1.9 1.9 0 1 1 .5-1.1l2.1.9A1.8 1.8 0 0 1 9 4.2Z',
  /** A funnel whose spout is barred: what lies far off does not pass. */
  robust: 'M1.5 1h15L14 4H4ZM5 5.2h8L11 7.6H7ZM7 8.8h4v1.4L7 11.6Z',
  /** Layers on layers. */
  stacking: 'M2 1h14v2.4H2ZM3.8 4.8h10.4v2.4H3.8ZM5.6 8.6h6.8V11H5.6Z',
  /** One way in, three ways out, one of them open. */
  gate: 'M1 5h4.6L9.5 1.2H17v1.6h-6.8L8 5h9v2H8l2.2 2.2H17v1.6H9.5L5.6 7H1Z',
  /** Steps that a text goes up. */
  cascade: 'M1 8h4.5V5H10V2h7v9H1Z',
  /** A server above its clients. */
  federated: 'M5.5.5h7v4H9.7V6h4.6v1.5h1.9V11h-4V7.5h.7H9.7V11H8.3V7.5H5.1h.7V11h-4V7.5h1.9V6h4.6V4.5H5.5Z',
  /** A line that parts in two. */
  evolve:
    'M1 5h4.3C7.2 5 8 1 11.5 1H17v1.9h-5.3C9.6 2.9 9 5.1 8 6c1 .9 1.6 3.1 3.7 3.1H17V11h-5.5C8 11 7.2 7 5.3 7H1Z',
  /** A star: what is rewarded. */
  reinforce: 'M9 0l1.8 3.9 4.3.5-3.2 2.9.9 4.2L9 9.4l-3.8 2.1.9-4.2L2.9 4.4l4.3-.5Z',
  /** An eye. */
  supervise:
    'M9 1.5c3.6 0 6.4 2.2 8 4.5-1.6 2.3-4.4 4.5-8 4.5S2.6 8.3 1 6c1.6-2.3 4.4-4.5 8-4.5Zm0 1.7a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Zm0 1.5a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6Z',
  /** A helm. */
  adapt:
    'M9 0a.8.8 0 0 1 .8.8v.9a4.4 4.4 0 0 1 1.9.8l.7-.7a.8.8 0 0 1 1.1 1.1l-.6.7a4.4 4.4 0 0 1 .8 1.9h.5a.8.8 0 0 1 0 1.6h-.5a4.4 4.4 0 0 1-.8 1.8l.6.7a.8.8 0 0 1-1.1 1.1l-.7-.6a4.4 4.4 0 0 1-1.9.8v.5a.8.8 0 0 1-1.6 0v-.5a4.4 4.4 0 0 1-1.9-.8l-.7.6a.8.8 0 0 1-1.1-1.1l.6-.7a4.4 4.4 0 0 1-.8-1.8h-.5a.8.8 0 0 1 0-1.6h.5a4.4 4.4 0 0 1 .8-1.9l-.6-.7a.8.8 0 0 1 1.1-1.1l.7.7a4.4 4.4 0 0 1 1.9-.8V.8A.8.8 0 0 1 9 0Zm0 3.2a2.9 2.9 0 1 0 0 5.8 2.9 2.9 0 0 0 0-5.8Zm0 1.7a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4Z',
  unknown: 'M5 1h8a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2Z',
} as const;

/** The outline of a kind of node: its own, its family's, or a plain one. Fish have a glyph of their own. */
export function kindShape(kind: string): string {
  const shapes: Readonly<Record<string, string>> = SHAPES;
  return shapes[kind] ?? shapes[kindOf(kind)?.family ?? 'unknown'] ?? SHAPES.unknown;
}
