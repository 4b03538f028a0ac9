import type { TopologyEvent } from '../live/liveRun.ts';

export interface GraphNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Those in the middle only hear. */
  readonly isMiddle: boolean;
}

export interface GraphArc {
  readonly from: string;
  readonly to: string;
  readonly open: number;
  readonly trust: number;
  /** SVG path from the edge of one node to that of the other. */
  readonly path: string;
}

const byName = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
/** Pixels between an arc's end and the middle of its node. */
const GAP = 9;

/**
 * Who hears whom as a drawing in a square of `side`: whoever speaks on a circle, in natural order from the top; whoever only
 * hears (aggregators) in the middle.
 */
export function hearingGraph(
  { links }: Pick<TopologyEvent, 'links'>,
  side: number,
): { readonly nodes: readonly GraphNode[]; readonly arcs: readonly GraphArc[] } {
  const speakers = [...new Set(links.map(({ from }) => from))].toSorted(byName);
  const hearers = [...new Set(links.map(({ to }) => to))]
    .filter((id) => !speakers.includes(id))
    .toSorted(byName);
  const middle = side / 2;
  const radius = middle - 34;
  const around = speakers.map((id, at): GraphNode => {
    const angle = (2 * Math.PI * at) / Math.max(1, speakers.length) - Math.PI / 2;
    return {
      id,
      x: middle + radius * Math.cos(angle),
      y: middle + radius * Math.sin(angle),
      isMiddle: false,
    };
  });
  const inside = hearers.map(
    (id, at): GraphNode => ({
      id,
      x: middle,
      y: middle + (at - (hearers.length - 1) / 2) * Math.min(40, radius / Math.max(1, hearers.length)),
      isMiddle: true,
    }),
  );
  const nodes = [...around, ...inside];
  const known = new Map(nodes.map((node) => [node.id, node]));
  const arcs = links.flatMap(({ from, to, open, trust }): GraphArc[] => {
    const [a, b] = [known.get(from), known.get(to)];
    return a === undefined || b === undefined || a === b
      ? []
      : [{ from, to, open, trust, path: arcOf(a, b, middle) }];
  });
  return { nodes, arcs };
}

/** Bent towards the middle, so that the two directions between a pair lie apart. */
function arcOf(a: GraphNode, b: GraphNode, middle: number): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = b.isMiddle ? 0 : 0.12 * length;
  const pull = b.isMiddle ? 0 : 0.25;
  const cx = (a.x + b.x) / 2 + (-dy / length) * bend + (middle - (a.x + b.x) / 2) * pull;
  const cy = (a.y + b.y) / 2 + (dx / length) * bend + (middle - (a.y + b.y) / 2) * pull;
  const trim = (fromX: number, fromY: number, toX: number, toY: number): [number, number] => {
    const distance = Math.hypot(toX - fromX, toY - fromY) || 1;
    return [fromX + ((toX - fromX) / distance) * GAP, fromY + ((toY - fromY) / distance) * GAP];
  };
  const [sx, sy] = trim(a.x, a.y, cx, cy);
  const [ex, ey] = trim(b.x, b.y, cx, cy);
  const at = (value: number): string => value.toFixed(1);
  return `M${at(sx)} ${at(sy)}Q${at(cx)} ${at(cy)} ${at(ex)} ${at(ey)}`;
}
